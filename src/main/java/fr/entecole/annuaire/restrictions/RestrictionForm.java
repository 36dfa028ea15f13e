package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.eleves.LectureDesEleves;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a head fills in to keep a guardian out: whom, from when, until when, on what decision, and the paper if it was
/// scanned. What was typed stays as typed, to be shown again on refusal.
///
/// @param depuis,jusque as the browser sends them (`2026-11-25`); the end may be empty
/// @param piece the file as it came, empty when there is none
record RestrictionForm(String responsable, String depuis, String jusque, String preuve, byte[] piece) {

    private static final byte[] NOTHING = {};
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2150, 1, 1);
    private static final int SHORTEST_PROOF = 10;
    private static final int LONGEST_PROOF = 1_000;

    static RestrictionForm empty(LocalDate today) {
        return new RestrictionForm("", today.toString(), "", "", NOTHING);
    }

    /// @return by field, what is to be corrected
    Map<String, String> refusals(LectureDesEleves.Fiche fiche) {
        Map<String, String> refusals = new LinkedHashMap<>();
        if (guardians(fiche).isEmpty()) {
            refusals.put("responsable", t("Choisissez le responsable à écarter."));
        }
        var from = date(depuis);
        if (from == null) {
            refusals.put("depuis", t("Donnez le jour à partir duquel la décision s’applique."));
        }
        var until = date(jusque);
        if (until == null && !jusque.isBlank()) {
            refusals.put(
                    "jusque", t("Cette date de fin ne se lit pas. Laissez-la vide si la décision n’a pas de terme."));
        } else if (until != null && from != null && until.isBefore(from)) {
            refusals.put("jusque", t("La fin vient avant le début."));
        }
        if (preuve.strip().length() < SHORTEST_PROOF || preuve.length() > LONGEST_PROOF) {
            refusals.put("preuve", t("Écrivez quelle décision, de qui et de quelle date."));
        }
        if (piece.length > Piece.LARGEST) {
            refusals.put("piece", t("Ce fichier dépasse 5 Mo. Numérisez-le moins finement."));
        } else if (piece.length > 0 && decision().isEmpty()) {
            refusals.put("piece", t("Ce fichier n’est ni un PDF, ni une image JPEG ou PNG."));
        }
        return refusals;
    }

    /// The guardian of this pupil who was chosen and is not kept out yet, under each of the numbers that a feed gave
    /// them: one left out would keep the child's pages open to an account that has both.
    List<UUID> guardians(LectureDesEleves.Fiche fiche) {
        return fiche.admitted().stream()
                .filter(contact -> contact.id().toString().equals(responsable))
                .flatMap(chosen -> fiche.sameAs(chosen).stream())
                .map(LectureDesEleves.Contact::id)
                .toList();
    }

    LocalDate depuisLe() {
        return Objects.requireNonNull(date(depuis));
    }

    @Nullable
    LocalDate jusqueAu() {
        return date(jusque);
    }

    Optional<Piece> decision() {
        return Piece.of(piece);
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            var date = LocalDate.parse(typed.strip());
            return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
