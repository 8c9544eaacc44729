"""Points on the map: how far a picture, an invitation or a link is from a place that must not be found."""

import re
from collections.abc import Iterator
from math import asin, cos, isfinite, radians, sin, sqrt

from kith.engines.guard.facts import Geo

_EARTH_RADIUS_M = 6_371_008.8
_POINT = re.compile(r"(?<![\d.])(-?\d{1,2}\.\d{3,12})(?:\s|,|;|%2C|/|!4d){1,4}(-?\d{1,3}\.\d{3,12})(?![\d.])")
_DECIMALS = re.compile(r"\.\d{3}")


def metres_between(lat: float, lon: float, geo: Geo) -> float:
    """Measure the great-circle distance in metres (haversine, mean Earth radius)."""
    half_lat, half_lon = radians(geo.lat - lat) / 2, radians(geo.lon - lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(geo.lat)) * sin(half_lon) ** 2
    return 2 * _EARTH_RADIUS_M * asin(sqrt(min(1.0, chord)))


def is_point(lat: float, lon: float) -> bool:
    """Tell whether two numbers can be a latitude and a longitude; 0,0 is what cameras write for "unknown"."""
    return isfinite(lat) and isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0, 0)


def points_in(text: str) -> Iterator[tuple[int, int, float, float]]:
    """Find decimal coordinates written in a text, as in a map link; yields start, end, latitude, longitude."""
    seen = 0
    for decimals in _DECIMALS.finditer(text):
        # Looking for the decimals first is much quicker: a dot before three digits is rare in prose.
        match = _POINT.search(text, max(seen, decimals.start() - 3), decimals.end() + 40)
        if match:
            seen = match.end()
            lat, lon = float(match[1]), float(match[2])
            if is_point(lat, lon):
                yield match.start(), match.end(), lat, lon
