"""What gunicorn writes, access and errors alike, without numbers of people and secrets of links."""

from gunicorn.glogging import Logger

from cases.logs import HideSecrets


class QuietLogger(Logger):
    def setup(self, cfg):
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.addFilter(HideSecrets())
