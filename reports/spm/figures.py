"""What a month's report says: figures, and the people behind each of them."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cases.models import BasicService, ServiceRule, ServiceType, Shelter
from reports.month import Month
from reports.spm.words import for_whom, rules_in_words


@dataclass(frozen=True)
class ServiceFigures:
    """One basic service of a type. The people behind the figures are client ids, in order."""

    service: BasicService
    rules: tuple[ServiceRule, ...]
    needed: tuple[int, ...]
    fulfilled: tuple[int, ...]

    @property
    def percent(self):
        return percentage(len(self.fulfilled), len(self.needed))

    @property
    def missing(self):
        fulfilled = set(self.fulfilled)
        return tuple(client for client in self.needed if client not in fulfilled)

    @property
    def in_words(self):
        return rules_in_words(self.rules)

    @property
    def for_whom(self):
        return for_whom(self.rules)


@dataclass(frozen=True)
class TypeFigures:
    service_type: ServiceType
    in_scope: tuple[int, ...]
    served: tuple[int, ...]
    services: tuple[ServiceFigures, ...]

    @property
    def lacks_catalogue(self):
        """No rule was in force in the month, so that nobody can be said to be served."""
        return not self.services

    @property
    def percent(self):
        return None if self.lacks_catalogue else percentage(len(self.served), len(self.in_scope))

    @property
    def unserved(self):
        served = set(self.served)
        return tuple(client for client in self.in_scope if client not in served)


@dataclass(frozen=True)
class SpmMonth:
    shelter: Shelter
    month: Month
    today: date
    types: tuple[TypeFigures, ...]

    @property
    def is_provisional(self):
        """The month's last day is not over yet."""
        return self.today <= self.month.last

    @property
    def has_people(self):
        return any(figures.in_scope for figures in self.types)

    @property
    def without_catalogue(self):
        """Types with people, whose catalogue is empty in this month."""
        return [figures for figures in self.types if figures.in_scope and figures.lacks_catalogue]

    def of_type(self, code):
        return next((figures for figures in self.types if figures.service_type.code == code), None)

    def as_json(self):
        return {
            "shelter": self.shelter.slug,
            "period": str(self.month),
            "types": [
                {
                    "type": figures.service_type.code,
                    "in_scope": len(figures.in_scope),
                    "served": len(figures.served),
                    "services": [
                        {
                            "slug": line.service.slug,
                            "needed": len(line.needed),
                            "fulfilled": len(line.fulfilled),
                        }
                        for line in figures.services
                    ],
                }
                for figures in self.types
            ],
        }


def percentage(part, whole):
    """100 × part ÷ whole, half up to two decimals; None when there is no whole, which prints as a dash."""
    if not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
