from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.forms.account import AccountForm, MembershipForm, NewPasswordForm
from cases.models import Membership, User
from cases.permissions import Perm, require
from cases.views.intake import add_errors


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password_change(request):
    form = PasswordChangeForm(request.user, request.POST or None)
    if form.is_valid():
        with transaction.atomic():
            user = form.save(commit=False)
            user.must_change_password = False
            user.save()
            record(by=user, action="user.password_changed", target=user)
        update_session_auth_hash(request, user)
        messages.success(request, "Kata sandi diganti.")
        return redirect("reports:home")
    return render(request, "cases/password_change.html", {"form": form})


@require_safe
def account_list(request):
    require(request.user, Perm.MANAGE)
    accounts = User.objects.prefetch_related("memberships__shelter")  # allowed( by require above
    page = Paginator(accounts.order_by("-is_active", "name"), 25).get_page(request.GET.get("page"))
    return render(request, "cases/account_list.html", {"page": page})


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def account_new(request):
    require(request.user, Perm.MANAGE)
    form, password = AccountForm(request.POST or None), NewPasswordForm(request.POST or None)
    del form.fields["is_active"]
    if form.is_valid() and password.is_valid():
        form.instance.set_password(password.cleaned_data["password"])
        form.instance.must_change_password = True
        account = form.save(by=request.user)
        messages.success(request, f"Akun {account.username} dibuat. Tambahkan perannya.")
        return redirect("cases:account_edit", pk=account.pk)
    return render(request, "cases/account_new.html", {"form": form, "password": password})


@require_http_methods(["GET", "POST"])
def account_edit(request, pk):
    require(request.user, Perm.MANAGE)
    account = get_object_or_404(User, pk=pk)
    form = AccountForm(request.POST or None, instance=account)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Akun disimpan.")
        return redirect("cases:account_edit", pk=pk)
    return render(request, "cases/account_edit.html", {"form": form, "account": account})


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def account_password(request, pk):
    require(request.user, Perm.MANAGE)
    account = get_object_or_404(User, pk=pk)
    form = NewPasswordForm(request.POST or None)
    if form.is_valid():
        with transaction.atomic():
            account.set_password(form.cleaned_data["password"])
            account.must_change_password = True
            account.save()
            record(by=request.user, action="user.password_reset", target=account)
        messages.success(request, f"Kata sandi {account.username} diganti; sampaikan langsung kepadanya.")
        return redirect("cases:account_edit", pk=pk)
    return render(request, "cases/account_password.html", {"form": form, "account": account})


@require_http_methods(["GET", "POST"])
def membership_new(request, pk):
    require(request.user, Perm.MANAGE)
    account = get_object_or_404(User, pk=pk)
    form = MembershipForm(request.POST or None, user=account)
    if form.is_valid():
        try:
            form.instance.full_clean()
        except ValidationError as error:
            add_errors(form, error)
        else:
            form.save(by=request.user)
            messages.success(request, "Peran ditambahkan.")
            return redirect("cases:account_edit", pk=pk)
    return render(request, "cases/membership_new.html", {"form": form, "account": account})


@require_POST
def membership_end(request, pk):
    require(request.user, Perm.MANAGE)
    membership = get_object_or_404(Membership, pk=pk, ended_on=None)
    with transaction.atomic():
        membership.ended_on = timezone.localdate()
        membership.save(update_fields=["ended_on"])
        record(by=request.user, action="membership.ended", target=membership, role=membership.role)
    messages.success(request, "Peran diakhiri.")
    return redirect("cases:account_edit", pk=membership.user_id)
