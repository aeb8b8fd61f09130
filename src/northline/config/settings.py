"""Django settings, read from the environment once; every knob has a default that runs on one machine."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from northline.config.database import database_of

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("NORTHLINE_HOME", "var")).resolve()


def _secret() -> str:
    """The signing secret: from the environment, else made once and kept in the data folder."""
    if given := os.environ.get("NORTHLINE_SECRET"):
        return given
    HOME.mkdir(parents=True, exist_ok=True)
    kept = HOME / "secret"
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return kept.read_text()


def _listed(name: str, default: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


DEBUG = False
DEV = os.environ.get("NORTHLINE_DEV") == "1"
SECRET_KEY = _secret()
ALLOWED_HOSTS = _listed("NORTHLINE_HOSTS", "localhost,127.0.0.1,[::1]")
PUBLIC_ADDRESS = os.environ.get("NORTHLINE_ADDRESS", "")
HTTPS = PUBLIC_ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "northline.core",
    "northline.core.fulltext",
    "northline.core.visits",
    "northline.accounts",
    "northline.talk",
    "northline.products",
    "northline.research",
    "northline.research.discovery",
    "northline.research.market",
    "northline.research.imports",
    "northline.research.portal",
    "northline.strategy",
    "northline.roadmap",
    "northline.delivery",
    "northline.delivery.amendments",
    "northline.scheduling",
    "northline.scheduling.levelling",
    "northline.scheduling.programme",
    "northline.scheduling.recovery",
    "northline.tracking.boards",
    "northline.tracking.budgets",
    "northline.tracking.change_requests",
    "northline.tracking.forecasts",
    "northline.tracking.gates",
    "northline.tracking.iterations",
    "northline.delivery.raci",
    "northline.tracking.raid",
    "northline.tracking.timesheets",
    "northline.reporting",
    "northline.reporting.feeds",
    "northline.reporting.morning",
    "northline.reporting.notifications",
    "northline.reporting.reminders",
    "northline.reporting.status",
]

MIDDLEWARE = [
    "northline.core.http.RequestIdMiddleware",
    "northline.core.http.WritableQueryMiddleware",
    "northline.core.http.SecurityHeadersMiddleware",
    "northline.core.http.CompressionMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]

ROOT_URLCONF = "northline.config.urls"
ASGI_APPLICATION = "northline.config.asgi.application"
DATABASES: dict[str, Any] = {"default": database_of(os.environ.get("NORTHLINE_DATABASE", ""), home=HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES: list[dict[str, Any]] = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {}}
]

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["northline.accounts.passwords.Argon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", **extra}
    for name, extra in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"OPTIONS": {"min_length": 10}}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
PASSWORD_RESET_TIMEOUT = 60 * 60

SESSION_ENGINE = "northline.accounts.sessions"
SESSION_COOKIE_NAME = "northline_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "northline_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS] if PUBLIC_ADDRESS else []
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "static" / "web"
WEB_CLIENT = PACKAGE / "static" / "web"
WHITENOISE_AUTOREFRESH = DEV
WHITENOISE_USE_FINDERS = False
# What the build names by its content never changes: browsers need not ask again.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+-[\w-]{8}\.\w+$"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
UPLOAD_LIMIT = int(os.environ.get("NORTHLINE_UPLOAD_LIMIT", str(64 * 1024 * 1024)))
FILE_UPLOAD_HANDLERS = ["northline.core.uploads.BoundedUploadHandler"]

EMAIL_HOST = os.environ.get("NORTHLINE_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("NORTHLINE_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("NORTHLINE_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("NORTHLINE_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("NORTHLINE_SMTP_TLS", "1") == "1"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("NORTHLINE_MAIL_FROM", "Northline <northline@localhost>")

# Behind trusted proxies only: how many entries of X-Forwarded-For they add.
TRUSTED_PROXIES = int(os.environ.get("NORTHLINE_TRUSTED_PROXIES", "0"))
LOGGING_CONFIG = None
LOG_FORMAT = os.environ.get("NORTHLINE_LOG_FORMAT", "json")
