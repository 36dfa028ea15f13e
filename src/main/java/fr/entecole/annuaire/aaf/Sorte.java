package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import java.util.Optional;

/// The four kinds of records of the 1D feed (AAF annexe 1): one kind a file.
public enum Sorte {
    STRUCTURE("EtabEducNat", "structure", "s_structure"),
    ELEVE("Eleve", "eleve", "s_eleve"),
    RESPONSABLE("PersRelEleve", "responsable", "s_responsable"),
    PERSONNEL("PersEducNat", "personnel", "s_personnel");

    /// As file names and `operationalAttributes` write it.
    public final String categorie;
    /// As the report's `refused` entries write it.
    public final String code;
    /// Staging table.
    public final String table;

    Sorte(String categorie, String code, String table) {
        this.categorie = categorie;
        this.code = code;
        this.table = table;
    }

    /// What a record of it is, within a sentence: « fiche d’élève ».
    public String fiche() {
        return switch (this) {
            case STRUCTURE -> t("d’école ou de service");
            case ELEVE -> t("d’élève");
            case RESPONSABLE -> t("de responsable");
            case PERSONNEL -> t("de personnel");
        };
    }

    public static Optional<Sorte> parse(String categorie) {
        for (var sorte : values()) {
            if (sorte.categorie.equals(categorie)) {
                return Optional.of(sorte);
            }
        }
        return Optional.empty();
    }
}
