package fr.entecole.comptes.impression;

import fr.entecole.socle.langue.Langue;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sheets printed together, those of a class most often: a page, half a page or a slip for each adult, slips to cut
/// for pupils, and the list that whoever hands the sheets has signed.
///
/// @param lieu the school and its commune, or who else hands them
/// @param emargement a page of its own; null where there is nothing to have signed
/// @param parPage sheets of adults on one page: 1, 2 or 8
public record Liasse(
        String lieu,
        LocalDate jour,
        List<Feuille> feuilles,
        List<Talon> talons,
        @Nullable Emargement emargement,
        int parPage) {

    public Liasse(
            String lieu, LocalDate jour, List<Feuille> feuilles, List<Talon> talons, @Nullable Emargement emargement) {
        this(lieu, jour, feuilles, talons, emargement, MiseEnPage.DEUX);
    }

    public Liasse(String lieu, LocalDate jour, List<Feuille> feuilles, List<Talon> talons) {
        this(lieu, jour, feuilles, talons, null);
    }

    public Liasse on(int sheets) {
        return new Liasse(lieu, jour, feuilles, talons, emargement, sheets);
    }

    /// Whether somebody reads it in a language that is not written with our letters alone.
    boolean alphabets() {
        return feuilles.stream().anyMatch(feuille -> feuille.langue() != Langue.FRANCAIS);
    }

    /// Slips on one page.
    static final int PAR_PAGE = 8;

    // Set together: few enough for the memory, enough for the fonts that each part carries.
    private static final int FEUILLES = 32;
    private static final int TALONS = 8 * PAR_PAGE;

    /// What is set at a time, in order.
    List<Liasse> parts() {
        var liste = emargement == null
                ? Stream.<Liasse>of()
                : Stream.of(new Liasse(lieu, jour, List.of(), List.of(), emargement));
        return Stream.concat(
                        liste,
                        Stream.concat(
                                cut(feuilles, FEUILLES).stream()
                                        .map(some -> new Liasse(lieu, jour, some, List.of()).on(parPage)),
                                cut(talons, TALONS).stream().map(some -> new Liasse(lieu, jour, List.of(), some))))
                .toList();
    }

    List<List<Talon>> pages() {
        return cut(talons, PAR_PAGE);
    }

    /// Adults' slips by the page, where they have no more than a slip.
    List<List<Feuille>> bandes() {
        return parPage == PAR_PAGE ? cut(feuilles, PAR_PAGE) : List.of();
    }

    private static <T> List<List<T>> cut(List<T> all, int most) {
        return IntStream.iterate(0, i -> i < all.size(), i -> i + most)
                .mapToObj(i -> all.subList(i, Math.min(i + most, all.size())))
                .toList();
    }

    /// Who signs for which sheet, in the order of the sheets.
    ///
    /// @param titre "CM1 Mme Estève"
    /// @param pour what stands before each name: "Élève"
    public record Emargement(String titre, String pour, List<Ligne> lignes) {}

    public record Ligne(String pour, String nom) {}

    /// What an adult receives.
    ///
    /// @param pour "Mme Aude Delmas"
    /// @param qualite "responsable de Zoé, CM1", or what they do where
    /// @param parent whether the activation asks for a child's date of birth, which the sheet never says
    /// @param telephone of the school
    /// @param langue in which it says everything again, beside French
    public record Feuille(
            String pour,
            String qualite,
            String code,
            LocalDate jusque,
            boolean parent,
            @Nullable String telephone,
            Langue langue) {

        public Feuille(
                String pour,
                String qualite,
                String code,
                LocalDate jusque,
                boolean parent,
                @Nullable String telephone) {
            this(pour, qualite, code, jusque, parent, telephone, Langue.FRANCAIS);
        }

        boolean bilingue() {
            return langue != Langue.FRANCAIS;
        }

        /// As it is read aloud and typed: groups of four.
        List<String> groupes() {
            return List.of(code.split(" "));
        }
    }

    /// A slip for a pupil who reads.
    ///
    /// @param naissance said only where another pupil of the class bears the same name
    public record Talon(
            String nom,
            String classe,
            String identifiant,
            String mots,
            LocalDate jusque,
            @Nullable LocalDate naissance) {}
}
