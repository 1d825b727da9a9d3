"""The papers of whoever fetches a client, as an exit record keeps them."""

# The columns of the exit record, and what each is called where nothing else is known.
OWN_PAPERS = {
    "has_ktp": "KTP penjemput",
    "has_kk": "Kartu Keluarga",
    "has_rt_letter": "surat keterangan RT/RW",
    "has_statement": "surat pernyataan bermeterai",
}
RELATION = "relation"
