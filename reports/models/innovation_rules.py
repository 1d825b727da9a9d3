"""What is never false of an innovation: every stage has its day, and the days follow each other."""

from django.db import models
from django.db.models import F, Q

RULES = [
    models.CheckConstraint(
        name="innovation_stage_has_its_dates",
        condition=Q(stage="inisiatif", trial_on=None, rollout_on=None)
        | Q(stage="uji_coba", trial_on__isnull=False, rollout_on=None)
        | Q(stage="penerapan", trial_on__isnull=False, rollout_on__isnull=False),
        violation_error_message="Uji coba memerlukan tanggal uji coba; penerapan memerlukan keduanya.",
    ),
    models.CheckConstraint(
        name="innovation_trial_after_start",
        condition=Q(trial_on=None) | Q(trial_on__gte=F("started_on")),
        violation_error_message="Uji coba tidak boleh sebelum inovasi dirintis.",
    ),
    models.CheckConstraint(
        name="innovation_rollout_after_trial",
        condition=Q(rollout_on=None) | Q(rollout_on__gte=F("trial_on")),
        violation_error_message="Penerapan tidak boleh sebelum uji coba.",
    ),
    models.CheckConstraint(
        name="innovation_kind_known", condition=Q(kind__in=["digital", "non_digital"]),
        violation_error_message="Pilih digital atau non digital.",
    ),
    models.CheckConstraint(
        name="innovation_video_is_https", condition=Q(video_url="") | Q(video_url__startswith="https://"),
        violation_error_message="Alamat video diawali https://.",
    ),
    models.CheckConstraint(
        name="innovation_version_counts", condition=Q(version__gte=1),
        violation_error_message="Versi sedikitnya 1.",
    ),
]  # fmt: skip
