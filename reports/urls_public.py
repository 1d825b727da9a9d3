from django.urls import path

from reports.views import poster, public, public_page, standard_component

urlpatterns = [
    path("publik/", public.public_index, name="public_index"),
    path("publik/<slug:slug>/", public.public_shelter, name="public_shelter"),
    path("publik/<slug:slug>/standar/", public.public_standard, name="public_standard"),
    path("publik/<slug:slug>/maklumat/", public.public_pledge, name="public_pledge"),
    path("publik/<slug:slug>/angka/", public.public_figures, name="public_figures"),
    path("publik/<slug:slug>/privasi/", public.public_privacy, name="public_privacy"),
    path("publik/<slug:slug>/poster/<str:kind>", poster.poster, name="poster"),
    path("halaman-publik/<slug:slug>/poster/", poster.poster_page, name="poster_page"),
    path("halaman-publik/", public_page.public_page_list, name="public_page_list"),
    path("halaman-publik/<slug:slug>/", public_page.public_page_edit, name="public_page_edit"),
    path("halaman-publik/<slug:slug>/konsep/", public_page.public_page_begin, name="public_page_begin"),
    path("halaman-publik/<slug:slug>/konsep/buang/", public_page.public_page_discard, name="public_page_discard"),
    path("halaman-publik/<slug:slug>/konsep/terbitkan/", public_page.public_page_publish, name="public_page_publish"),
    path("halaman-publik/<slug:slug>/konsep/<slug:part>/", public_page.public_page_part, name="public_page_part"),
    path("halaman-publik/<slug:slug>/v<int:version>/", public_page.public_page_version, name="public_page_version"),
    path("standar/komponen/", standard_component.component_list, name="component_list"),
    path("standar/komponen/baru/", standard_component.component_new, name="component_new"),
    path("standar/komponen/<int:pk>/", standard_component.component_edit, name="component_edit"),
    path("standar/komponen/<int:pk>/hapus/", standard_component.component_remove, name="component_remove"),
]
