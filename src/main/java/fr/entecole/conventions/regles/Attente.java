package fr.entecole.conventions.regles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Etat.Tour;
import java.util.EnumSet;
import java.util.Set;

/// What a convention awaits, each of one side. Several may be awaited at once: the act of the commune and the region’s
/// signature of an avenant.
public enum Attente {
    TRANSMISSION(Tour.COMMUNE),
    SIGNATURE_COMMUNE(Tour.COMMUNE),
    SIGNATURE_REGION(Tour.REGION),
    ACTE(Tour.COMMUNE),
    AVENANT_COMMUNE(Tour.COMMUNE),
    AVENANT_REGION(Tour.REGION),
    CONTESTATION(Tour.REGION);

    private final Tour tour;

    Attente(Tour tour) {
        this.tour = tour;
    }

    /// @param acte whether the commune’s own act has come
    public static Set<Attente> of(Etat etat, boolean acte, Suites suites) {
        var attentes = EnumSet.noneOf(Attente.class);
        switch (etat) {
            case BROUILLON -> attentes.add(TRANSMISSION);
            case TRANSMISE, SIGNEE_REGION -> attentes.add(SIGNATURE_COMMUNE);
            case SIGNEE_COMMUNE -> attentes.add(SIGNATURE_REGION);
            case ACTIVE -> {
                add(attentes, ACTE, !acte);
                add(attentes, AVENANT_COMMUNE, suites.avenantsCommune() > 0);
                add(attentes, AVENANT_REGION, suites.avenantsRegion() > 0);
            }
            default -> {}
        }
        add(attentes, CONTESTATION, suites.contestees() > 0);
        return attentes;
    }

    private static void add(Set<Attente> attentes, Attente attente, boolean when) {
        if (when) {
            attentes.add(attente);
        }
    }

    public Tour tour() {
        return tour;
    }

    /// What is to be done, after who is to do it: « À la commune : signer la convention ».
    public String phrase() {
        return t("{0}\u00a0: {1}", tour.libelle(), geste());
    }

    private String geste() {
        return switch (this) {
            case TRANSMISSION -> t("relire et transmettre");
            case SIGNATURE_COMMUNE, SIGNATURE_REGION -> t("signer la convention");
            case ACTE -> t("déposer la délibération ou la décision");
            case AVENANT_COMMUNE, AVENANT_REGION -> t("signer l’avenant");
            case CONTESTATION -> t("répondre à une contestation");
        };
    }

    /// What came after the signatures and is not settled.
    ///
    /// @param avenantsCommune,avenantsRegion those in time that lack this signature, the commune’s first
    /// @param contestees contestations of titres that stand, without an answer
    public record Suites(int avenantsCommune, int avenantsRegion, int contestees) {

        public static final Suites AUCUNE = new Suites(0, 0, 0);
    }
}
