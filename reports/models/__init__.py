from reports.models.sheet import SheetUpload

__all__ = ["SheetUpload"]
