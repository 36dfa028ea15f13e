package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Propos;
import fr.entecole.annuaire.Public;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An event as typed.
///
/// @param pour codes of publics ([Public#code])
/// @param eleves `true`: the pupils see it too
/// @param jusquau last day of several in a row, empty for one
/// @param repete day until which it comes back each week, empty for once
/// @param prevenir `true`: bells ring
/// @param cherche,geste what the people picker looks for, and `chercher` when it is its button that was pressed
record EvenementForm(
        String genre,
        String titre,
        String lieu,
        String texte,
        List<String> pour,
        String eleves,
        String jour,
        String jusquau,
        String debut,
        String fin,
        String repete,
        String prevenir,
        String cherche,
        String geste) {

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_PLACE = 80;
    static final int LONGEST_TEXT = 1_000;

    EvenementForm(
            @Nullable String genre,
            @Nullable String titre,
            @Nullable String lieu,
            @Nullable String texte,
            @Nullable List<String> pour,
            @Nullable String eleves,
            @Nullable String jour,
            @Nullable String jusquau,
            @Nullable String debut,
            @Nullable String fin,
            @Nullable String repete,
            @Nullable String prevenir,
            @Nullable String cherche,
            @Nullable String geste) {
        this.genre = typed(genre);
        this.titre = typed(titre);
        this.lieu = typed(lieu);
        this.texte = typed(texte).replace("\r\n", "\n");
        this.pour = pour == null ? List.of() : List.copyOf(pour);
        this.eleves = typed(eleves);
        this.jour = typed(jour);
        this.jusquau = typed(jusquau);
        this.debut = typed(debut);
        this.fin = typed(fin);
        this.repete = typed(repete);
        this.prevenir = typed(prevenir);
        this.cherche = typed(cherche);
        this.geste = typed(geste);
    }

    static EvenementForm forThese(List<String> pour, String jour) {
        return new EvenementForm("", "", "", "", pour, "true", jour, "", "", "", "", "true", "", "");
    }

    /// @param pour codes of those for whom it is, as the picker shows them
    static EvenementForm of(Evenement evenement, Seance seance, List<String> pour) {
        var debut = seance.debut();
        var fin = seance.fin();
        return new EvenementForm(
                evenement.genre().name(),
                evenement.titre(),
                evenement.lieu(),
                evenement.texte(),
                pour,
                evenement.aussiEleves() ? "true" : "",
                seance.jour().toString(),
                seance.dernier().equals(seance.jour()) ? "" : seance.dernier().toString(),
                debut == null ? "" : debut.toString(),
                fin == null ? "" : fin.toString(),
                "",
                "true",
                "",
                "");
    }

    /// The same form sent twice has the same one.
    static byte[] print(List<String> cles, Propos propos, List<Date> dates) {
        var said = Stream.of(cles, List.of(propos), dates).map(Object::toString).collect(Collectors.joining("\n\n"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean searches() {
        return geste.equals("chercher");
    }

    boolean aussiEleves() {
        return eleves.equals("true");
    }

    boolean previent() {
        return prevenir.equals("true");
    }

    /// Of one without errors.
    Propos propos() {
        return new Propos(kind().orElseThrow(), titre, texte, lieu);
    }

    /// Of one without errors.
    Date date() {
        var from = Dates.typed(jour).orElseThrow();
        return new Date(
                from,
                Dates.typed(jusquau).orElse(from),
                Horaires.typed(debut).orElse(null),
                Horaires.typed(fin).orElse(null));
    }

    Optional<LocalDate> jusque() {
        return Dates.typed(repete);
    }

    Erreurs erreurs(List<Public> publics, LocalDate today) {
        return erreurs(publics, today, null);
    }

    /// @param avant the day that it has today: it may stay, were it begun
    Erreurs erreurs(List<Public> publics, LocalDate today, @Nullable LocalDate avant) {
        var erreurs = erreurs(today, avant);
        if (publics.isEmpty()) {
            erreurs.add("pour", t("Choisissez pour qui est cette date."));
        } else if (publics.stream().map(Public::ecoleId).distinct().count() > 1) {
            erreurs.add("pour", t("Choisissez des personnes d’une seule école à la fois."));
        }
        return erreurs;
    }

    private Erreurs erreurs(LocalDate today, @Nullable LocalDate avant) {
        var erreurs = new Erreurs();
        if (kind().isEmpty()) {
            erreurs.add("genre", t("Choisissez ce que c’est."));
        }
        if (titre.isEmpty() || titre.length() > LONGEST_TITLE) {
            erreurs.add("titre", t("Écrivez un titre de {0} caractères au plus.", LONGEST_TITLE));
        }
        days(erreurs, today, avant);
        hours(erreurs);
        repeats(erreurs, today);
        if (lieu.length() > LONGEST_PLACE) {
            erreurs.add("lieu", t("Écrivez le lieu en {0} caractères au plus.", LONGEST_PLACE));
        }
        if (texte.length() > LONGEST_TEXT) {
            erreurs.add("texte", t("Écrivez {0} caractères au plus.", LONGEST_TEXT));
        }
        return erreurs;
    }

    private void days(Erreurs erreurs, LocalDate today, @Nullable LocalDate avant) {
        var from = Dates.typed(jour);
        if (from.isEmpty()
                || (from.get().isBefore(today) && !from.get().equals(avant))
                || from.get().isAfter(today.plusMonths(18))) {
            erreurs.add("jour", t("Choisissez un jour à venir, dans les dix-huit mois."));
        } else if (!jusquau.isEmpty()) {
            var to = Dates.typed(jusquau);
            if (to.isEmpty()
                    || to.get().isBefore(from.get())
                    || to.get().isAfter(from.get().plusDays(31))) {
                erreurs.add("jusquau", t("Choisissez un dernier jour dans le mois qui suit le premier."));
            }
        }
    }

    private void hours(Erreurs erreurs) {
        var begins = Horaires.typed(debut);
        if (!debut.isEmpty() && begins.isEmpty()) {
            erreurs.add("debut", t("Écrivez l’heure du début, comme 14:30."));
        }
        if (!fin.isEmpty()) {
            var ends = Horaires.typed(fin);
            if (ends.isEmpty() || begins.isEmpty() || !ends.get().isAfter(begins.get())) {
                erreurs.add("fin", t("Écrivez une heure de fin après celle du début."));
            }
        }
        if (!debut.isEmpty() && !jusquau.isEmpty() && !jusquau.equals(jour)) {
            erreurs.add(
                    "debut",
                    t("Sur plusieurs jours, n’écrivez pas d’heure\u00a0: dites-la dans «\u00a0À savoir\u00a0»."));
        }
    }

    private void repeats(Erreurs erreurs, LocalDate today) {
        if (!repete.isEmpty()) {
            var until = jusque();
            var from = Dates.typed(jour);
            if (until.isEmpty()
                    || from.isEmpty()
                    || until.get().isBefore(from.get())
                    || until.get().isAfter(today.plusMonths(12))) {
                erreurs.add("repete", t("Choisissez un jour après le premier, dans les douze mois."));
            } else if (!jusquau.isEmpty()) {
                erreurs.add("repete", t("Ce qui dure plusieurs jours ne se répète pas chaque semaine."));
            }
        }
    }

    private Optional<Genre> kind() {
        try {
            return Optional.of(Genre.valueOf(genre.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
