"""The fingerprint of a signed month: whoever changes a figure or a person behind it changes this."""

import hashlib
import json


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    """The one way to write a plain value down."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(report, people):
    """`people` as reports.monthly.people makes them."""
    return sha256(
        canonical(
            {
                "shelter": report.shelter_id,
                "period": str(report.month),
                "revision": report.revision,
                "reason": report.reason,
                "letter": report.letter.number,
                "figures": report.figures,
                "differences": report.differences,
                "people": sorted(people, key=lambda one: (one["type"], one["client"])),
            }
        )
    )
