package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.LotRefuse;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.comparaison.Difference.Presents;
import fr.entecole.annuaire.aaf.lecture.Inventaire;
import fr.entecole.annuaire.aaf.lecture.Livraison;
import fr.entecole.annuaire.aaf.validation.Signalements;
import fr.entecole.annuaire.aaf.validation.Validation;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is known of the batch being imported, from its names on; every way it can end becomes a [Rapport] here.
final class LotEnCours {

    private static final List<String> PERSONNES = List.of("eleves", "responsables", "personnels");

    private final String academie;
    private final Signalements signalements = new Signalements();
    private List<String> ignores = new ArrayList<>();
    private @Nullable Genre genre;
    private @Nullable LocalDate date;

    LotEnCours(String academie) {
        this.academie = academie;
    }

    Signalements signalements() {
        return signalements;
    }

    Genre genre() {
        return Objects.requireNonNull(genre);
    }

    LocalDate date() {
        return Objects.requireNonNull(date);
    }

    /// Kind and day: from the delivery's names, else from the options; names and options may not contradict.
    Inventaire identify(Inventaire inventaire, Livraison livraison, ImportAaf.Demande demande) {
        ignores = inventaire.ignores();
        for (var ignore : ignores) {
            signalements.warn("fichier-ignore", t("Fichier étranger à l’envoi, ignoré : {0}", shortened(ignore)), null);
        }
        for (var membre : inventaire.membres()) {
            if (membre.octets().impose() != null) {
                signalements.warn(
                        "encodage",
                        t(
                                "Le fichier {0} n’est pas écrit dans l’encodage qu’il annonce : il est lu en {1}.",
                                membre.nom().chemin(), membre.octets().impose()),
                        null);
            }
        }
        genre = inventaire.genre() == null ? demande.genre() : inventaire.genre();
        date = inventaire.date() == null ? demande.date() : inventaire.date();
        if (genre == null) {
            throw new LotRefuse(t(
                    "Rien ne dit si l’envoi {0} est un complet ou un delta : ajoutez --type complet ou --type delta.",
                    livraison.nom()));
        }
        if (date == null) {
            throw new LotRefuse(t("Rien ne dit la date de l’envoi {0} : ajoutez --date AAAA-MM-JJ.", livraison.nom()));
        }
        if ((demande.genre() != null && demande.genre() != genre)
                || (demande.date() != null && !demande.date().equals(date))) {
            throw new LotRefuse(t(
                    "Les options contredisent le nom de l’envoi {0} ({1} du {2}) : retirez --type et --date, ou vérifiez"
                            + " l’envoi.",
                    livraison.nom(), genre.mot(), Dates.words(date)));
        }
        if (genre == Genre.COMPLET) {
            for (var sorte : Sorte.values()) {
                if (inventaire.membres().stream().noneMatch(m -> m.sorte() == sorte)) {
                    throw new LotRefuse(t(
                            "Le complet {0} n’a aucun fichier {1} : il est incomplet, redéposez-le.",
                            livraison.nom(), sorte.categorie));
                }
            }
        }
        return inventaire;
    }

    private static String shortened(String nom) {
        return nom.length() > 200 ? nom.substring(0, 200) + "…" : nom;
    }

    /// @throws LotRefuse when a full has no record of a kind: everyone of it would be declared gone
    void checkKinds(Validation validation) {
        for (var sorte : Sorte.values()) {
            if (genre == Genre.COMPLET && validation.read(sorte) == 0) {
                throw new LotRefuse(t(
                        "Les fichiers {0} du complet ne contiennent aucun enregistrement : demandez que l’export soit"
                                + " refait.",
                        sorte.categorie));
            }
        }
    }

    /// The day from which what the batch says is so: nothing of the directory begins after today.
    LocalDate dayOf(LocalDate aujourdhui) {
        return date().isAfter(aujourdhui) ? aujourdhui : date();
    }

    /// Once it is applied, no batch of a true date may follow one that is dated ahead.
    @Nullable
    String aheadOf(LocalDate aujourdhui) {
        return date().isAfter(aujourdhui)
                ? t(
                        "Cet envoi est daté du {0}, et nous sommes le {1} : rien n’a été changé. Vérifiez sa date, ou"
                                + " l’horloge de cette machine ; si elle est juste, recommencez avec --accepter (./ent"
                                + " import retirer reprendra l’envoi si c’était une erreur).",
                        Dates.words(date()), Dates.words(aujourdhui))
                : null;
    }

    /// What would be lost unasked: more people gone, or more records refused, than the settings allow.
    @Nullable
    String heldBecause(
            Map<String, Rapport.Compte> counts,
            Presents presents,
            long dernier,
            Validation validation,
            AafReglages reglages) {
        var partis = tooManyGone(counts, presents, reglages.suspendedThreshold());
        if (partis != null) {
            return partis;
        }
        var refuses = tooManyRefused(validation, reglages);
        return refuses == null ? farFromTheLast(counts, presents.tous(), dernier, reglages) : refuses;
    }

    /// A full is compared with the last one, a delta with the people who are here.
    private @Nullable String farFromTheLast(
            Map<String, Rapport.Compte> counts, long presents, long dernier, AafReglages reglages) {
        boolean plein = genre == Genre.COMPLET;
        long attendu = plein ? dernier : presents;
        long apporte = PERSONNES.stream()
                .map(mot -> Objects.requireNonNull(counts.get(mot)))
                .mapToLong(c -> plein ? c.here() : c.here() + c.suspended() - c.unchanged())
                .sum();
        long ecart = plein ? Math.abs(apporte - attendu) : apporte;
        if (attendu == 0 || ecart < reglages.volumeAtLeast() || ecart * 100.0 <= attendu * reglages.volumeThreshold()) {
            return null;
        }
        return plein
                ? t(
                        "Cet annuaire complet apporte {0, plural, one {une personne} other {# personnes}} et le précédent en apportait {1, number} : l’écart dépasse les {2} % permis, rien n’a été changé. Si c’est voulu, recommencez avec --accepter.",
                        apporte, attendu, reglages.volumeThreshold())
                : t(
                        "Cette mise à jour change {0, plural, one {une personne} other {# personnes}} sur {1, number}, plus que les {2} % permis : rien n’a été changé. Si c’est voulu, recommencez avec --accepter.",
                        apporte, attendu, reglages.volumeThreshold());
    }

    private @Nullable String tooManyRefused(Validation validation, AafReglages reglages) {
        for (var sorte : Sorte.values()) {
            long refuses = signalements.unusableOf(sorte);
            long lus = validation.read(sorte);
            boolean tous = genre == Genre.COMPLET && refuses == lus;
            if (refuses > 0
                    && refuses * 100.0 > lus * reglages.refusedThreshold()
                    && (tous || refuses >= reglages.refusedAtLeast())) {
                return t(
                        "{0, plural, one {Une fiche {1} sur {2} est refusée} other {# fiches {1} sur {2} sont refusées}}, plus que les {3} % permis : rien n’a été changé. Demandez que l’export soit refait ou, si c’est voulu, recommencez avec --accepter.",
                        refuses, sorte.fiche(), lus, reglages.refusedThreshold());
            }
        }
        return null;
    }

    private static @Nullable String tooManyGone(Map<String, Rapport.Compte> counts, Presents presents, double seuil) {
        long partis = PERSONNES.stream()
                .mapToLong(mot -> Objects.requireNonNull(counts.get(mot)).suspended())
                .sum();
        if (presents.tous() == 0 || partis * 100.0 <= presents.tous() * seuil) {
            return null;
        }
        var phrase = t(
                "{0, plural, one {# personne sur {1} présentes partirait} other {# personnes sur {1} présentes partiraient}}, plus que les {2} % permis : rien n’a été changé. Si c’est"
                        + " voulu, recommencez avec --accepter.",
                partis, presents.tous(), seuil);
        long eleves = Objects.requireNonNull(counts.get("eleves")).suspended();
        return eleves == 0
                ? phrase
                : t(
                        "{0, plural, one {Un élève sur {1, number} partirait} other {# élèves sur {1, number} partiraient}}. {2}",
                        eleves, presents.eleves(), phrase);
    }

    Rapport refused(String raison) {
        return report(Rapport.Issue.REFUSED, raison, Map.of(), Map.of());
    }

    Rapport failed() {
        return report(
                Rapport.Issue.FAILED,
                t("La mémoire n’a pas suffi : rien n’a été changé. Donnez-en plus à l’application"
                        + " (ENT_JAVA_OPTS=-Xmx2g), puis donnez l’envoi de nouveau."),
                Map.of(),
                Map.of());
    }

    Rapport held(String raison, Map<String, Rapport.Compte> prevu) {
        return report(Rapport.Issue.HELD, raison, Map.of(), prevu);
    }

    Rapport done(Rapport.Issue issue, Map<String, Rapport.Compte> counts) {
        return report(issue, null, counts, Map.of());
    }

    private Rapport report(
            Rapport.Issue issue,
            @Nullable String raison,
            Map<String, Rapport.Compte> counts,
            Map<String, Rapport.Compte> prevu) {
        return new Rapport(
                academie,
                genre,
                date,
                issue,
                raison,
                counts,
                prevu,
                signalements.warnings(),
                signalements.refused(),
                ignores);
    }
}
