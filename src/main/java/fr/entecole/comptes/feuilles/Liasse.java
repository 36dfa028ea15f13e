package fr.entecole.comptes.feuilles;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sheets printed together, those of a class most often: a page for each adult, slips to cut for pupils.
///
/// @param lieu the school and its commune, or who else hands them
record Liasse(String lieu, LocalDate jour, List<Feuille> feuilles, List<Talon> talons) {

    /// Slips on one page.
    static final int PAR_PAGE = 8;

    boolean isEmpty() {
        return feuilles.isEmpty() && talons.isEmpty();
    }

    List<List<Talon>> pages() {
        return java.util.stream.IntStream.iterate(0, i -> i < talons.size(), i -> i + PAR_PAGE)
                .mapToObj(i -> talons.subList(i, Math.min(i + PAR_PAGE, talons.size())))
                .toList();
    }

    /// A page for an adult.
    ///
    /// @param pour "Mme Aude Delmas"
    /// @param qualite "responsable de Zoé, CM1", or what they do where
    /// @param parent whether the activation asks for a child's date of birth, which the sheet never says
    /// @param telephone of the school
    record Feuille(
            String pour,
            String qualite,
            String code,
            LocalDate jusque,
            boolean parent,
            @Nullable String telephone) {

        /// As it is read aloud and typed: groups of four.
        List<String> groupes() {
            return List.of(code.split(" "));
        }
    }

    /// A slip for a pupil who reads.
    ///
    /// @param naissance said only where another pupil of the class bears the same name
    record Talon(
            String nom,
            String classe,
            String identifiant,
            String mots,
            LocalDate jusque,
            @Nullable LocalDate naissance) {}
}
