package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.Mention;
import fr.entecole.socle.Phrases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a batch is told to people: never by its codes.
public final class MotsDesLots {

    private static final Map<String, String> ACADEMIES = Map.of("11", "Montpellier", "16", "Toulouse");
    private static final List<String> SORTES =
            List.of("eleves", "responsables", "personnels", "liens", "classes", "groupes", "structures");
    private static final ZoneId ICI = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.ROOT);

    private static final Pattern COMMANDE = Pattern.compile("--[a-z]|\\./ent |ENT_[A-Z]|ent\\.aaf");

    private MotsDesLots() {}

    public static String academie(String code) {
        return t("Académie de {0}", ACADEMIES.getOrDefault(code, code));
    }

    /// @param frais a batch of an earlier day says its year; so does one that is dated ahead
    static String titre(Lots.Lot lot, LocalDate frais) {
        var academie = academie(lot.academie());
        var genre = lot.genre() == null
                ? t("annuaire non lu")
                : lot.genre().equals("delta") ? t("mise à jour") : t("annuaire complet");
        if (lot.date() == null) {
            return t("{0}, {1}", academie, genre);
        }
        var recu = LocalDate.ofInstant(lot.commence(), ICI);
        var jour = lot.date().isBefore(frais) || lot.date().isAfter(recu)
                ? Dates.words(lot.date())
                : Dates.jour(lot.date());
        return t("{0}, {1} du {2}", academie, genre, jour);
    }

    static String recu(Lots.Lot lot) {
        var when = lot.commence().atZone(ICI);
        return t("Reçu le {0} à {1}", Dates.sansAnnee(when), HEURE.format(when));
    }

    static String quand(Instant instant) {
        var when = instant.atZone(ICI);
        return t("{0} à {1}", Dates.sansAnnee(when), HEURE.format(when));
    }

    static String etat(Lots.Lot lot) {
        return switch (lot.etat()) {
            case "applied" -> lot.departs() > 0 ? t("appliqué, départs à décider") : t("appliqué");
            case "unchanged" -> lot.departs() > 0 ? t("départs à décider") : t("rien de nouveau");
            case "held" ->
                lot.decision() != null
                        ? decided(lot)
                        : lot.depasse()
                                ? t("dépassé par un import plus récent")
                                : lot.essai() ? t("essai, rien n’a changé") : t("retenu, à accepter");
            case "refused" -> t("refusé");
            case "failed" -> t("interrompu faute de mémoire");
            case "withdrawn" -> t("appliqué, puis repris");
            default -> t("en cours");
        };
    }

    private static String decided(Lots.Lot lot) {
        var accepte = "ACCEPTE".equals(lot.decision());
        return lot.essai()
                ? accepte ? t("essai, puis fait") : t("essai, écarté")
                : accepte ? t("retenu, puis accepté") : t("retenu, puis écarté");
    }

    static String ton(Lots.Lot lot) {
        if (lot.departs() > 0) {
            return "attente";
        }
        return switch (lot.etat()) {
            case "applied", "unchanged" -> "bien";
            case "refused", "failed" -> "souci";
            default -> "attente";
        };
    }

    static String icone(Lots.Lot lot) {
        return switch (lot.etat()) {
            case "applied", "unchanged" -> "check-rond";
            case "refused", "failed" -> "croix-rond";
            case "held" -> "pause";
            default -> "horloge";
        };
    }

    static String raison(Lots.Lot lot) {
        return onScreen(Objects.requireNonNullElse(lot.raison(), ""));
    }

    /// What a report says, without the gestures that only a command has: a page offers its own.
    static String onScreen(String raison) {
        return Stream.of(raison.split("(?<=\\.) "))
                .map(MotsDesLots::withoutCommand)
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String withoutCommand(String phrase) {
        var command = COMMANDE.matcher(phrase);
        if (!command.find()) {
            return phrase;
        }
        var before = phrase.substring(0, command.start());
        var end = Math.max(before.lastIndexOf("\u00a0:"), before.lastIndexOf("\u00a0;"));
        return end < 0 ? "" : before.substring(0, end) + ".";
    }

    /// « 129 élèves sur 129 partiraient : 100 %. »
    static String part(Lots.Lot lot, long presents) {
        long partants = lot.of("eleves").suspended();
        return partants == 0 || presents == 0
                ? t("Aucun élève ne partirait.")
                : t(
                        "{0, plural, one {Un élève sur {1, number} partirait} other {# élèves sur {1, number} partiraient}} : {2, number} %.",
                        partants, presents, Math.max(1, partants * 100 / presents));
    }

    /// Which measure of a school tripped, with its figures: « 12 élèves sur 40 partiraient : plus de 50 %. »
    static String mesure(Lots.EcoleRetenue ecole, AafReglages reglages) {
        var qui = ecole.decision() == null
                ? t(
                        "{0, plural, one {Un élève sur {1, number} partirait} other {# élèves sur {1, number} partiraient}}",
                        ecole.partants(),
                        ecole.presents())
                : t(
                        "{0, plural, one {Un élève sur {1, number} était absent de cet import} other {# élèves sur {1, number} étaient absents de cet import}}",
                        ecole.partants(),
                        ecole.presents());
        return ecole.partants() * 100.0 > ecole.presents() * reglages.schoolThreshold()
                ? t("{0} : plus de {1, number} %.", qui, reglages.schoolThreshold())
                : t("{0}.", qui);
    }

    /// When a school is held back.
    static String garde(AafReglages reglages) {
        return t(
                "Une école est retenue quand plus de {0, number} % de ses élèves partiraient d’un coup, et au moins {1, plural, one {un élève} other {# élèves}}.",
                reglages.schoolThreshold(), reglages.schoolAtLeast());
    }

    /// What is to be done, and by whom; empty where nothing is.
    static String decision(Lots.Lot lot) {
        return switch (lot.etat()) {
            case "held" -> lot.undecided() && !lot.decidable() ? tooLate(lot) : "";
            case "refused" ->
                t(
                        "L’annuaire reste celui d’avant. La personne qui donne les imports corrige ce qui est dit ici, ou demande à l’académie un autre export.");
            case "failed" ->
                t(
                        "Rien n’est faux dans cet import, et l’annuaire reste celui d’avant. La personne qui tient le serveur lui donne plus de mémoire, puis redonne l’import.");
            default -> "";
        };
    }

    private static String tooLate(Lots.Lot lot) {
        return lot.depasse()
                ? t(
                        "Un import plus récent de cette académie est passé depuis : celui-ci ne peut plus être fait. Vous pouvez l’écarter ; s’il reste utile, déposez un annuaire du jour.")
                : t(
                        "L’archive n’est pas gardée ici. Si ce que cet import ferait est juste, déposez-la de nouveau, puis acceptez-la. Sinon, écartez cet import et demandez à l’académie un autre export.");
    }

    /// What is counted of people, nothing where it is none.
    static List<Mention> personnes(Lots.Lot lot) {
        return Stream.of(
                        mention(
                                t("{0, plural, one {élève arrivé} other {élèves arrivés}}"),
                                lot.of("eleves").created()),
                        mention(
                                t(
                                        "{0, plural, one {élève parti, gardé suspendu} other {élèves partis, gardés suspendus}}"),
                                lot.of("eleves").suspended()),
                        mention(
                                t("{0, plural, one {responsable arrivé} other {responsables arrivés}}"),
                                lot.of("responsables").created()),
                        mention(
                                t("{0, plural, one {personnel arrivé} other {personnels arrivés}}"),
                                lot.of("personnels").created()),
                        mention(t("{0, plural, one {fiche refusée} other {fiches refusées}}"), lot.refuses()),
                        mention(t("{0, plural, one {point signalé} other {points signalés}}"), lot.avertissements()))
                .flatMap(Optional::stream)
                .limit(5)
                .toList();
    }

    private static Optional<Mention> mention(String libelle, long nombre) {
        return nombre == 0 ? Optional.empty() : Optional.of(Mention.compte(libelle, nombre));
    }

    /// The kinds of which something moves, people first.
    static List<String> changees(Lots.Lot lot) {
        return SORTES.stream()
                .filter(mot -> !changements(lot.of(mot)).isEmpty())
                .toList();
    }

    /// The others, in one sentence.
    static String inchangees(Lots.Lot lot) {
        return SORTES.stream()
                .filter(mot -> changements(lot.of(mot)).isEmpty())
                .map(mot -> t("{0} ({1, number})", sorte(mot), lot.of(mot).unchanged()))
                .collect(Collectors.joining(", "));
    }

    /// What happened to the records of a kind: only what did, without a zero.
    static List<String> changements(Rapport.Compte compte) {
        List<String> all = new ArrayList<>();
        said(all, compte.created(), t("{0, plural, one {une arrivée} other {# arrivées}}"));
        said(all, compte.suspended(), t("{0, plural, one {un départ} other {# départs}}"));
        said(all, compte.revived(), t("{0, plural, one {un retour} other {# retours}}"));
        said(all, compte.moved(), t("{0, plural, one {un changement d’école} other {# changements d’école}}"));
        said(all, compte.changed(), t("{0, plural, one {une mise à jour} other {# mises à jour}}"));
        said(all, compte.archived(), t("{0, plural, one {un archivage} other {# archivages}}"));
        said(all, compte.refused(), t("{0, plural, one {un refus} other {# refus}}"));
        return all;
    }

    private static void said(List<String> all, long nombre, String phrase) {
        if (nombre > 0) {
            all.add(Phrases.fill(phrase, nombre));
        }
    }

    static String sorte(String mot) {
        return switch (mot) {
            case "structures" -> t("Écoles et services");
            case "eleves" -> t("Élèves");
            case "responsables" -> t("Responsables");
            case "personnels" -> t("Personnels");
            case "classes" -> t("Classes");
            case "groupes" -> t("Groupes");
            default -> t("Liens de famille");
        };
    }
}
