package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondants;
import fr.entecole.redaction.Brouillon;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A mot as typed.
///
/// @param texte HTML of the editor, or as typed without it
/// @param pour codes of publics ([Public#code])
/// @param eleves `true`: also for the pupils
/// @param jour a later day on which it is to be delivered, empty for as soon as may be
/// @param attendu,repondants,avant what is asked, of whom, until when
/// @param cherche,geste what the people picker looks for, and `chercher` when it is its button that was pressed
record MotForm(
        String titre,
        String texte,
        List<String> pour,
        String eleves,
        String jour,
        String cherche,
        String geste,
        String genre,
        String attendu,
        String repondants,
        String avant) {

    static final int LONGEST_TITLE = 100;

    MotForm(
            @Nullable String titre,
            @Nullable String texte,
            @Nullable List<String> pour,
            @Nullable String eleves,
            @Nullable String jour,
            @Nullable String cherche,
            @Nullable String geste,
            @Nullable String genre,
            @Nullable String attendu,
            @Nullable String repondants,
            @Nullable String avant) {
        this.titre = typed(titre);
        this.texte = typed(texte).replace("\r\n", "\n");
        this.pour = pour == null ? List.of() : List.copyOf(pour);
        this.eleves = typed(eleves);
        this.jour = typed(jour);
        this.cherche = typed(cherche);
        this.geste = typed(geste);
        this.genre = typed(genre);
        this.attendu = typed(attendu);
        this.repondants = typed(repondants);
        this.avant = typed(avant);
    }

    /// A new one of this kind, with what it asks by itself.
    static MotForm forThese(List<String> pour, GenreDeMot genre) {
        return new MotForm(
                "",
                "",
                pour,
                "",
                "",
                "",
                "",
                genre.code(),
                genre.attendus().getFirst().name(),
                genre.repondants().getFirst().name(),
                "");
    }

    static MotForm of(Mot mot) {
        return new MotForm(
                mot.titre(),
                mot.texte().html(),
                mot.familles().stream().map(Public::code).toList(),
                String.valueOf(mot.aussiEleves()),
                mot.visibleLe().atZone(Calendrier.PARIS).toLocalDate().toString(),
                "",
                "",
                mot.genre(),
                "",
                "",
                Retouches.avant(mot));
    }

    TexteRiche redige() {
        return TexteRiche.of(texte);
    }

    /// A page on which nothing was typed begins with the draft, if there is one.
    MotForm orDraft(@Nullable Brouillon brouillon) {
        return brouillon == null || !isNew()
                ? this
                : new MotForm(
                        brouillon.champ("titre", ""),
                        brouillon.champ("texte", ""),
                        brouillon.choix("pour").isEmpty() ? pour : brouillon.choix("pour"),
                        brouillon.choix("eleves").isEmpty() ? eleves : "true",
                        brouillon.champ("jour", ""),
                        "",
                        "",
                        genre,
                        chosen(brouillon, "attendu", attendu),
                        chosen(brouillon, "repondants", repondants),
                        brouillon.champ("avant", avant));
    }

    /// The draft as the page goes on with it: with what was typed on this one since.
    @Nullable
    Brouillon over(@Nullable Brouillon brouillon) {
        return brouillon == null
                ? null
                : new Brouillon(
                        brouillon.lieu(),
                        brouillon.version(),
                        brouillon.base(),
                        Map.of("texte", texte),
                        brouillon.ecritLe());
    }

    private static String chosen(Brouillon brouillon, String nom, String otherwise) {
        var choix = brouillon.choix(nom);
        return choix.isEmpty() ? otherwise : choix.getFirst();
    }

    MotForm pour(List<String> publics) {
        return new MotForm(titre, texte, publics, eleves, jour, cherche, geste, genre, attendu, repondants, avant);
    }

    /// The same of another kind: what it asks is within what that one may ask.
    MotForm of(GenreDeMot other) {
        return new MotForm(
                titre,
                texte,
                pour,
                eleves,
                jour,
                cherche,
                geste,
                other.code(),
                demanded(other).name(),
                asked(other).name(),
                avant);
    }

    private boolean isNew() {
        return titre.isEmpty() && texte.isEmpty() && geste.isEmpty();
    }

    /// At once, whatever the hour.
    boolean presses() {
        return geste.equals("urgent");
    }

    boolean searches() {
        return geste.equals("chercher") || rereads();
    }

    /// Asks how to be clearer.
    boolean rereads() {
        return geste.equals("relire");
    }

    boolean aussiEleves() {
        return eleves.equals("true");
    }

    /// Of what is said alone: a correction changes nothing else.
    Erreurs erreurs() {
        var erreurs = new Erreurs();
        if (titre.isEmpty() || titre.length() > LONGEST_TITLE) {
            erreurs.add("titre", t("Écrivez un titre de {0} caractères au plus.", LONGEST_TITLE));
        }
        var redige = redige();
        if (redige.vide()) {
            erreurs.add("texte", t("Écrivez votre mot."));
        }
        redige.refus().ifPresent(refus -> erreurs.add("texte", refus));
        return erreurs;
    }

    /// Of the whole form.
    void judge(List<Public> publics, LocalDate today, Erreurs erreurs) {
        erreurs().entries().forEach(e -> erreurs.add(e.getKey(), e.getValue()));
        if (publics.isEmpty()) {
            erreurs.add("pour", t("Choisissez à qui ce mot est destiné."));
        } else if (publics.stream().map(Public::ecoleId).distinct().count() > 1) {
            erreurs.add("pour", t("Choisissez des familles d’une seule école à la fois."));
        }
        if (!avant.isEmpty() && !attendu.equals(Attendu.RIEN.name())) {
            var last = Dates.typed(avant);
            var refus = refusDAvant(avant, today);
            if (refus.isPresent()) {
                erreurs.add("avant", refus.get());
            } else if (plusTard().filter(last.orElseThrow()::isBefore).isPresent()) {
                erreurs.add("avant", t("Laissez répondre après la remise du mot."));
            }
        }
        refusDuJour(today).ifPresent(refus -> erreurs.add("jour", refus));
    }

    /// Why one cannot answer until that day; empty where one can, or none is said.
    static Optional<String> refusDAvant(String avant, LocalDate today) {
        return avant.isEmpty()
                        || Dates.typed(avant)
                                .filter(last -> !last.isBefore(today) && !last.isAfter(today.plusMonths(6)))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(t("Choisissez un jour à venir, dans les six mois."));
    }

    /// Why it cannot be delivered on that day; empty where it can, or none was chosen.
    Optional<String> refusDuJour(LocalDate today) {
        if (jour.isEmpty() || presses()) {
            return Optional.empty();
        }
        var day = plusTard();
        if (day.isEmpty()) {
            return Optional.of(t("Ce jour n’existe pas\u00a0: choisissez un jour à venir, dans les six mois."));
        }
        if (day.get().isBefore(today)) {
            return Optional.of(t("Ce jour est passé\u00a0: choisissez un jour à venir, dans les six mois."));
        }
        return day.get().isAfter(today.plusMonths(6))
                ? Optional.of(t("Ce jour est trop loin\u00a0: choisissez un jour à venir, dans les six mois."))
                : Optional.empty();
    }

    /// What it asks, within what its kind may ask.
    Demande demande(GenreDeMot of) {
        var asked = demanded(of);
        return asked == Attendu.RIEN
                ? Demande.RIEN
                : new Demande(asked, asked(of), Dates.typed(avant).orElse(null));
    }

    private Attendu demanded(GenreDeMot of) {
        return of.attendus().stream()
                .filter(a -> a.name().equals(attendu))
                .findFirst()
                .orElse(of.attendus().getFirst());
    }

    private Repondants asked(GenreDeMot of) {
        return of.repondants().stream()
                .filter(r -> r.name().equals(repondants))
                .findFirst()
                .orElse(of.repondants().getFirst());
    }

    Optional<LocalDate> plusTard() {
        return Dates.typed(jour);
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
