from django.urls import reverse

from cases.pdf import Document, qr


def card_sheet(period, codes, site):
    """Ten cards a page. `site` is the address of the house with its slash, which a card tells besides its square."""
    cards = [(code, qr(site.rstrip("/") + reverse("reports:survey_card", args=[code]))) for code in codes]
    typed = site.split("//", 1)[-1].rstrip("/") + reverse("reports:survey_code")
    context = {"period": period, "shelter": period.shelter, "cards": cards, "typed": typed}
    return Document("reports/survey/cards_pdf.html", context, f"kartu-survei-{period.shelter.slug}.pdf")
