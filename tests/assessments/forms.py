"""Small forms in Markdown, and changed ones."""

SLEEP = """
| survey |
| | type | name | label | hint | required | relevant | bind::balai:need |
| | begin group | malam | Malam hari | | | | |
| | integer | jam | Jam tidur | Rata-rata seminggu terakhir | yes | | |
| | select_one nyenyak | nyenyak | Nyenyak? | | | | |
| | text | gangguan | Apa yang mengganggu? | | | ${nyenyak} = 'tidak' | |
| | end group | | | | | | |
| | begin group | siang | Siang hari | | | | |
| | select_one nyenyak | kasur | Punya kasur sendiri? | | | | tidak=dormitory |
| | end group | | | | | | |
| choices |
| | list_name | name | label |
| | nyenyak | ya | Ya |
| | nyenyak | tidak | Tidak |
| settings |
| | form_title | form_id |
| | Tidur | tidur |
"""


def sleep(*, ask="Jam tidur", title="Tidur"):
    """The form with another first question, or another title."""
    return SLEEP.replace("| Jam tidur |", f"| {ask} |").replace("| Tidur | tidur |", f"| {title} | tidur |")
