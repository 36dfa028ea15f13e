package fr.entecole.liaison.mots;

import fr.entecole.liaison.Champs;
import fr.entecole.liaison.reponses.Correction;
import java.util.List;

/// What was typed in the form of an answer, when it comes back.
///
/// @param sens `OUI`, `NON`, `SIGNE`, or nothing yet
/// @param lu number of the version above the form, 0 for none
record SaisieDeReponse(List<String> eleves, String sens, String precision, int lu, Champs champs) {

    SaisieDeReponse() {
        this(List.of(), "", "", 0, Champs.VIDES);
    }

    static SaisieDeReponse of(Champs champs) {
        return new SaisieDeReponse(
                champs.all("eleve"),
                champs.one("sens"),
                champs.one("precision"),
                Correction.lu(champs.one(Correction.CHAMP)),
                champs);
    }

    boolean isNew() {
        return champs.valeurs().isEmpty();
    }
}
