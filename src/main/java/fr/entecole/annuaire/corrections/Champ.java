package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import java.util.List;
import java.util.Locale;

/// What a head may correct of a record, and where ONDE has it.
enum Champ {
    PRENOM,
    NOM,
    DATE_NAISSANCE,
    TELEPHONE_MOBILE,
    COURRIEL;

    static final List<Champ> OF_A_PUPIL = List.of(PRENOM, NOM, DATE_NAISSANCE);
    static final List<Champ> OF_A_GUARDIAN = List.of(PRENOM, NOM, TELEPHONE_MOBILE, COURRIEL);

    String colonne() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mots() {
        return switch (this) {
            case PRENOM -> t("Prénom");
            case NOM -> t("Nom");
            case DATE_NAISSANCE -> t("Date de naissance");
            case TELEPHONE_MOBILE -> t("Téléphone portable");
            case COURRIEL -> t("Courriel");
        };
    }
}
