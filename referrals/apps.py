from django.apps import AppConfig

from cases.followers import FOLLOWERS


class ReferralsConfig(AppConfig):
    name = "referrals"
    verbose_name = "Rujukan"

    def ready(self):
        """A shelter of this installation is a partner by itself, from its first day on."""
        FOLLOWERS.append(self.get_model("Partner").follow)
