from django.contrib.auth.hashers import Argon2PasswordHasher


class LeanArgon2Hasher(Argon2PasswordHasher):
    """Argon2id in 64 MiB on two lanes: about 0.2 s on a small server, and several people may sign in at once."""

    time_cost = 3
    memory_cost = 64 * 1024
    parallelism = 2
