package fr.entecole.liaison.mots;

import fr.entecole.liaison.Champs;
import java.util.List;

/// What was typed in the form of an answer, when it comes back.
///
/// @param sens `OUI`, `NON`, `SIGNE`, or nothing yet
record SaisieDeReponse(List<String> eleves, String sens, String precision, Champs champs) {

    SaisieDeReponse() {
        this(List.of(), "", "", Champs.VIDES);
    }

    static SaisieDeReponse of(Champs champs) {
        return new SaisieDeReponse(champs.all("eleve"), champs.one("sens"), champs.one("precision"), champs);
    }

    boolean isNew() {
        return champs.valeurs().isEmpty();
    }
}
