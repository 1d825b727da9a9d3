"""From where a request comes, for counting and locking: never for trust."""

from ipaddress import ip_address, ip_network

from django.conf import settings


def address_of(request):
    """The address that the outermost proxy of our own saw; what the visitor wrote before that is not believed."""
    written = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    count = settings.PROXY_COUNT
    said = written[-count].strip() if 0 < count <= len(written) else ""
    return said or request.META.get("REMOTE_ADDR", "")


def neighbourhood_of(request):
    """The address as it is counted: of IPv6 the half that a household owns, since it may change the rest at will."""
    try:
        address = ip_address(address_of(request))
    except ValueError:
        return "?"
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else str(address)
