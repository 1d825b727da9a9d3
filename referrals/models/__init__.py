from referrals.models.partner import Partner
from referrals.models.referral import Referral

__all__ = ["Partner", "Referral"]
