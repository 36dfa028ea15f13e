package fr.entecole.travaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.Travail.Rythme.Nuit;
import fr.entecole.socle.contrats.Travail.Rythme.Toutes;
import fr.entecole.travaux.Execution.Etat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A work as its page says it.
///
/// @param derniere null: never done
/// @param prochaine null: no node has planned it yet
record Vue(
        Travail travail,
        @Nullable Execution derniere,
        @Nullable Instant prochaine) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    String adresse() {
        return "/travaux/" + travail.nom();
    }

    /// Every module forgets each night: these works are read together, but for one that failed or runs.
    boolean folds() {
        return travail.nom().startsWith(Oublis.PREFIXE) && (derniere == null || derniere.etat() == Etat.REUSSIE);
    }

    /// « chaque nuit à 3 h 17 »
    String rythme() {
        return switch (travail.rythme()) {
            case Nuit(var heure) ->
                t("Chaque nuit à {0}", Phrases.dates("H'\u00a0h\u00a0'mm").format(heure));
            case Toutes(var duree) ->
                duree.toSecondsPart() == 0
                        ? t(
                                "{0, plural, one {Toutes les minutes} other {Toutes les {0, number, integer} minutes}}",
                                duree.toMinutes())
                        : t(
                                "{0, plural, one {Toutes les secondes} other {Toutes les {0, number, integer} secondes}}",
                                duree.toSeconds());
        };
    }

    String prochaineFois() {
        return enCours()
                ? t("Quand celle-ci sera finie")
                : prochaine == null ? t("Pas encore prévu") : quand(prochaine.atZone(PARIS));
    }

    String derniereFois() {
        return derniere == null
                ? t("Jamais encore")
                : quand(derniere.commenceeLe().atZoneSameInstant(PARIS));
    }

    /// « samedi 28 novembre à 3 h 17 »
    static String quand(TemporalAccessor instant) {
        return t(
                "{0} à {1}",
                Dates.sansAnnee(instant), Phrases.dates("H'\u00a0h\u00a0'mm").format(instant));
    }

    /// To the second: two runs of the same minute are not the same.
    static String quand(Execution execution) {
        var begun = execution.commenceeLe().atZoneSameInstant(PARIS);
        return t("{0} min {1} s", quand(begun), begun.getSecond());
    }

    /// Asked for, and no node has begun it yet.
    boolean attend(Instant now) {
        return prochaine != null && !prochaine.isAfter(now) && !enCours();
    }

    boolean enCours() {
        return derniere != null && derniere.etat() == Etat.EN_COURS;
    }

    /// « 0,4 s », « 3 min 12 s »
    static String duree(Duration duree) {
        return duree.toMinutes() > 0
                ? t("{0, number, integer} min {1, number, integer} s", duree.toMinutes(), duree.toSecondsPart())
                : t("{0, number, #,##0.0} s", duree.toMillis() / 1000.0);
    }

    /// Of several runs, oldest first, how the last ones went, for those who do not see the squares.
    static String resume(List<Execution> executions) {
        long bad = executions.stream()
                .filter(e -> e.etat() == Etat.ECHOUEE || e.etat() == Etat.INTERROMPUE)
                .count();
        return t(
                "{0, plural, one {La dernière fois} other {Les # dernières fois}} : {1, plural, =0 {tout s’est bien passé} one {un échec} other {# échecs}}",
                executions.size(),
                bad);
    }

    static String mot(Etat etat) {
        return switch (etat) {
            case EN_COURS -> t("En cours");
            case REUSSIE -> t("Fait");
            case ECHOUEE -> t("A échoué");
            case INTERROMPUE -> t("Interrompu");
        };
    }

    static String ton(Etat etat) {
        return switch (etat) {
            case EN_COURS -> "attente";
            case REUSSIE -> "bien";
            case ECHOUEE, INTERROMPUE -> "souci";
        };
    }

    static String icone(Etat etat) {
        return switch (etat) {
            case EN_COURS -> "horloge";
            case REUSSIE -> "check";
            case ECHOUEE, INTERROMPUE -> "alerte";
        };
    }

    /// What a run did, in a sentence; empty when it says nothing.
    String bilan(Execution execution) {
        return execution.etat() == Etat.REUSSIE ? travail.bilan(execution.compte()) : "";
    }
}
