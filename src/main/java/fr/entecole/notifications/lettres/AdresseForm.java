package fr.entecole.notifications.lettres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.web.Erreurs;

/// A mail address, as it was typed.
record AdresseForm(String courriel) {

    AdresseForm {
        courriel = courriel == null ? "" : courriel.strip();
    }

    Erreurs erreurs() {
        return Erreurs.of(
                "courriel",
                courriel.length() <= Adresses.LONGEST
                                && courriel.matches("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+")
                        ? ""
                        : t("Écrivez une adresse comme prenom.nom@exemple.fr."));
    }
}
