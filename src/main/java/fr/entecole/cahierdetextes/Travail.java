package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the notebook, as it stands now.
///
/// @param jour on which it was done, or for which it is to do
/// @param niveau of a class of several levels; null: whatever the level
/// @param minutes about how long it takes, 0 where that is not said
/// @param numero of its version, from 1 on
/// @param publics whom it is for: pupils, and their guardians
/// @param auteur name of who wrote it last, empty once forgotten
/// @param serieId shared by those that come back each week
record Travail(
        UUID id,
        UUID ecoleId,
        UUID classeId,
        Nature nature,
        LocalDate jour,
        String matiere,
        @Nullable String niveau,
        String texte,
        String lien,
        int minutes,
        int numero,
        List<Public> publics,
        String auteur,
        @Nullable UUID serieId) {

    enum Nature {
        EN_CLASSE,
        A_FAIRE
    }

    boolean aFaire() {
        return nature == Nature.A_FAIRE;
    }

    /// The pupils alone: their guardians are those of the same ones.
    List<Public> eleves() {
        return publics.stream().filter(pour -> pour.qui() == Qui.ELEVES).toList();
    }

    /// « Maths, CM1 ».
    String entete() {
        return niveau == null ? matiere : t("{0}, {1}", matiere, niveau);
    }

    String enteteDEcole() {
        return pourQui().isEmpty() ? entete() : entete() + "\n" + pourQui();
    }

    /// What it says, with its link and how long it takes.
    String surPapier() {
        var lines = new ArrayList<>(List.of(texte));
        if (!lien.isEmpty()) {
            lines.add(lien);
        }
        if (minutes > 0) {
            lines.add(t("{0, plural, one {# minute} other {# minutes}}", minutes));
        }
        return String.join("\n", lines);
    }

    /// For the school alone: « Pour 3 élèves », « Pour un groupe »; empty where it is for the class or one of its
    /// levels.
    String pourQui() {
        int some = count(Etendue.ELEVES);
        int groupes = count(Etendue.GROUPE);
        return some > 0
                ? t("{0, plural, one {Pour un élève} other {Pour # élèves}}", some)
                : groupes > 0 ? t("{0, plural, one {Pour un groupe} other {Pour # groupes}}", groupes) : "";
    }

    private int count(Etendue etendue) {
        return eleves().stream()
                .filter(pour -> pour.etendue() == etendue)
                .mapToInt(pour -> pour.cibles().size())
                .sum();
    }
}
