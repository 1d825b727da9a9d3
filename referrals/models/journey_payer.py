from cases.models.lists import ListEntry, once_by_name


class JourneyPayer(ListEntry):
    """Who pays a journey home (sumber biaya): a list of the department."""

    class Meta(ListEntry.Meta):
        verbose_name = "sumber biaya pemulangan"
        verbose_name_plural = "sumber biaya pemulangan"
        constraints = [once_by_name("journey_payer")]
