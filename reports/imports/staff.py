"""The department's list of staff: accounts and their roles. A file never carries a password: each account gets its
first one on its own page, and until then nobody can sign in with it.
"""

from django.core.exceptions import ValidationError
from django.db.models.functions import Lower

from cases.audit import difference
from cases.models import Membership, Shelter, User
from cases.permissions import DEPARTMENT_ROLES, Role
from reports.imports.base import SheetResource, keys_of
from reports.imports.cells import Listed, Number, Text
from reports.imports.office import Office
from reports.imports.stays import Column

VALUES = {
    "name": "Nama", "nip": "NIP", "position": "Jabatan", "rank": "Pangkat, golongan", "phone": "Telepon",
}  # fmt: skip


class StaffSheet(SheetResource):
    """A row is an account with one role; somebody with two roles has two rows."""

    kind = "petugas"
    required_columns = ("Nama pengguna", "Nama", "Peran")
    most_rows = 2_000

    username = Column("username", "Nama pengguna", Number(150))
    name = Column("told_name", "Nama", Text(150))
    nip = Column("told_nip", "NIP", Number(30))
    position = Column("told_position", "Jabatan", Text(100))
    rank = Column("told_rank", "Pangkat, golongan", Text(60))
    phone = Column("told_phone", "Telepon", Number(30))
    role = Column("told_role", "Peran", Listed("peran"))
    shelter = Column("told_shelter", "Panti", Listed("panti"))

    class Meta:
        model = User
        use_bulk = True
        skip_diff = True
        report_skipped = False
        import_id_fields = ["username"]
        fields = ["username", "name", "nip", "position", "rank", "phone", "role", "shelter"]

    def __init__(self, shelter=None, **options):
        super().__init__(Office, **options)
        self.home, self.accounts, self.roles, self.made, self.told_only = None, {}, set(), [], 0

    def before_import(self, dataset, **kwargs):
        shelters = list(Shelter.objects.all())
        self.fields["role"].widget.load((text, role) for role in Role for text in (role.label, role.value))
        for name in ("slug", "name", "code"):
            self.fields["shelter"].widget.load((getattr(shelter, name), shelter) for shelter in shelters)
        names = {name.lower() for name in self.values("username")}
        known = User.objects.annotate(lowered=Lower("username")).filter(lowered__in=names)
        self.known = {user.username.casefold(): user for user in self.locked(known)}
        held = Membership.objects.current().filter(user__in=self.known.values())
        self.held = set(held.values_list("user", "shelter", "role"))

    def get_instance(self, instance_loader, row):
        """Every row is an instance of its own: it says something of an account, and gives it a role."""
        return None

    def init_instance(self, row=None):
        told = User()
        for name in (*VALUES, "role", "shelter"):
            setattr(told, f"told_{name}", None)
        return told

    def after_init_instance(self, instance, new, row, **kwargs):
        name = (self.peek("username") or "").casefold()
        self.account = self.accounts.get(name) or Account(self.known.get(name))
        instance.account, instance.before = self.account, None

    def plain(self, instance):
        return {}

    def rules(self, told, row, bad):
        for name in ("username", "name", "role"):
            heading = self.fields[name].column_name
            if heading not in bad and self.peek(name) is None and not (name == "name" and self.account.user.name):
                yield heading, f"Isi kolom {heading}."
        role, shelter = told.told_role, told.told_shelter
        if role and not {"Peran", "Panti"} & bad:
            if role in DEPARTMENT_ROLES and shelter:
                yield "Panti", "Peran dinas tidak memakai panti. Kosongkan kolom ini."
            elif role not in DEPARTMENT_ROLES and not shelter:
                yield "Panti", "Isi kolom Panti."
        if not bad and told.username:
            yield from self._of_account(told)

    def _of_account(self, told):
        account = self.accounts.setdefault(told.username.casefold(), self.account)
        if account.user.pk and not account.user.is_active:
            yield "Nama pengguna", "Akun ini tidak aktif. Aktifkan dahulu di halaman akunnya."
        for name, heading in VALUES.items():
            value = getattr(told, f"told_{name}")
            line = account.lines.get(name)
            if value is not None and line and getattr(account.user, name) != value:
                yield heading, f"Baris {line} menulis lain untuk akun ini."
            elif value is not None:
                account.tell(name, value, self.row)
        if not account.user.pk:
            account.user.username = account.user.username or told.username
            yield from _judged(account.user)
        key = (told.username.casefold(), told.told_shelter and told.told_shelter.pk, told.told_role)
        if key in self.roles:
            yield "Peran", "Peran ini sudah ada di baris lain."
        self.roles.add(key)

    def skip_row(self, told, original, row, import_validation_errors=None):
        if import_validation_errors:
            return False
        account, role = told.account, self._role(told)
        is_news = self.row in account.news or (account.is_new and not account.row)
        account.row = account.row or self.row
        if role:
            self.made.append(role)
        elif is_news:
            self.told_only += 1
        return not (is_news or role)

    def _role(self, told):
        user, shelter = told.account.user, told.told_shelter
        if user.pk and (user.pk, shelter and shelter.pk, told.told_role) in self.held:
            return None
        role = Membership(user=user, shelter=shelter, role=told.told_role)
        role.row = self.row
        return role

    def after_import(self, dataset, result, **kwargs):
        super().after_import(dataset, result, **kwargs)
        mine = {role.user.username for role in self.made if role.role in DEPARTMENT_ROLES}
        if mine:
            named = ", ".join(sorted(mine))
            self.outcome.warnings.append((None, f"Mendapat peran dinas, atas semua panti: {named}."[:500]))
        for account in self.accounts.values():
            if account.user.pk and account.changed:
                self.show_changes(account.row, account.user.username, account.changed, VALUES)
        # A known account of which something is told is a change; a new one, or a role more, is new.
        self.outcome.new, self.outcome.changed = self.outcome.new - self.told_only, self.told_only

    def touched(self):
        return {User: keys_of(self._users()), Membership: keys_of(self.made)}

    def _users(self):
        for account in self.accounts.values():
            if account.user.pk is None or account.changed or account.is_new:
                account.user.row = account.row
                yield account.user

    def write(self):
        for account in self.accounts.values():
            account.write(self)
        for role in self.made:
            role.user = role.user  # the key of a new account is known only now
            role.full_clean(exclude=["user"] if role.user._state.adding else None)
            role.save()
            self.record("membership.created", role, role=role.role, user=role.user.username)
        self.save_events()


class Account:
    """What the rows say of one account."""

    def __init__(self, known):
        self.user, self.is_new = known or User(), known is None
        self.before, self.lines, self.row = {name: getattr(self.user, name) for name in VALUES}, {}, 0
        self.news = set()

    def tell(self, name, value, row):
        if getattr(self.user, name) != value:
            self.news.add(row)
        setattr(self.user, name, value)
        self.lines[name] = row

    @property
    def changed(self):
        return {} if self.is_new else difference(self.before, {name: getattr(self.user, name) for name in VALUES})

    def write(self, sheet):
        if self.is_new:
            self.user.must_change_password = True
            self.user.set_unusable_password()
            self.user.save()
            sheet.record("user.created", self.user, username=self.user.username)
        elif self.changed:
            self.user.save(update_fields=list(VALUES))
            sheet.record("user.changed", self.user, changed=self.changed)


def _judged(user):
    """What the model itself says of a new account."""
    headings = VALUES | {"username": "Nama pengguna"}
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            yield headings.get(name, "Nama pengguna"), sentences[0]
