package fr.entecole.comptes.activation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Annuaire;
import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.comptes.codes.Codes.Remis;
import fr.entecole.comptes.portes.Frein;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.journal.Decompte;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Judges what someone types from the school's sheet: the code, then for a guardian the birth date of one of their
/// children. A right code never waits; unknown ones are slowed by address, and five wrong dates void a code. ADR 0014.
@Component
public class Feuille {

    private final Codes codes;
    private final Annuaire annuaire;
    private final Frein frein;
    private final Decompte decompte;
    private final Utilisateurs utilisateurs;
    private final Journal journal;

    Feuille(
            Codes codes,
            Annuaire annuaire,
            Frein frein,
            Decompte decompte,
            Utilisateurs utilisateurs,
            Journal journal) {
        this.codes = codes;
        this.annuaire = annuaire;
        this.frein = frein;
        this.decompte = decompte;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
    }

    @Transactional
    public Lecture read(String saisie, Provenance provenance) {
        var code = Codes.typed(saisie);
        if (code.length() != Codes.LENGTH) {
            return new Illisible(422, t("Le code a douze signes, des lettres et des chiffres : recopiez-les tous."));
        }
        var remis = codes.find(code);
        if (remis.isEmpty()) {
            return unknown(provenance);
        }
        var qui = annuaire.identite(remis.get().personne(), remis.get().nature());
        var refus = refusal(remis.get(), qui);
        if (refus.isPresent()) {
            journal.record(Fait.of(ActeComptes.CODE_REFUSE, remis.get().compte())
                    .from(provenance.adresse())
                    .with(Map.of("raison", refus.get().raison()))
                    .inEcoles(utilisateurs.ecoles(remis.get().compte())));
            return refus.get();
        }
        return new Bonne(remis.get(), qui.orElseThrow());
    }

    private Lecture unknown(Provenance provenance) {
        var attente = frein.lookCode(provenance);
        if (attente.isPositive()) {
            var refus = Portier.slowed(attente);
            return new Illisible(refus.statut(), refus.phrase());
        }
        frein.failCode(provenance);
        decompte.count(ActeComptes.CODE_REFUSE, "inconnu", provenance.adresse());
        return new Illisible(
                422,
                t(
                        "Ce code n’est pas connu. Comparez chaque signe avec la feuille ; si elle est abîmée, demandez-en une autre à l’école."));
    }

    private static Optional<Perdue> refusal(Remis remis, Optional<Identite> qui) {
        return switch (remis.validite()) {
            case UTILISE -> Optional.of(used());
            case EXPIRE ->
                Optional.of(new Perdue(
                        410,
                        "expire",
                        t("Ce code n’est plus valable"),
                        t("Sa date est passée. Demandez un autre code à l’école : c’est l’affaire d’une minute.")));
            case REDONNE ->
                Optional.of(new Perdue(
                        410,
                        "redonne",
                        t("Un autre code a remplacé celui-ci"),
                        t("Prenez la feuille ou le code le plus récent. Si vous ne l’avez pas, demandez à l’école.")));
            case DATES -> Optional.of(dates());
            case BON -> refusal(qui.map(Identite::acces).orElse(Acces.SUSPENDU));
        };
    }

    private static Optional<Perdue> refusal(Acces acces) {
        return switch (acces) {
            case OUVERT -> Optional.empty();
            case SUSPENDU -> Optional.of(new Perdue(403, "suspendu", t("Ce compte est suspendu"), Portier.suspended()));
            case ECOLE_FERMEE ->
                Optional.of(new Perdue(403, "ecole-fermee", t("L’école n’est pas encore ouverte"), Portier.closed()));
        };
    }

    /// Also said to who comes second, at the very same moment.
    public static Perdue used() {
        return new Perdue(
                410,
                "utilise",
                t("Quelqu’un est déjà entré avec cette feuille"),
                t(
                        "Si c’est vous, entrez avec votre identifiant et le mot de passe que vous avez choisi. Si ce n’est pas vous, demandez un autre code à l’école : il fermera la porte à l’autre personne. Chaque responsable a sa propre feuille."));
    }

    private static Perdue dates() {
        return new Perdue(
                410,
                "dates",
                t("Ce code ne sert plus"),
                t(
                        "Cinq dates de naissance n’allaient pas : par prudence, le code est annulé. Demandez-en un autre à l’école."));
    }

    /// @return empty when the date is right, or when none is asked (staff and agents)
    @Transactional
    public Optional<Lecture> check(Remis remis, String saisie, Naissance naissance, Provenance provenance) {
        if (remis.nature() != Nature.RESPONSABLE) {
            return Optional.empty();
        }
        var date = naissance.date();
        if (date.isEmpty()) {
            return Optional.of(new Illisible(
                    422, t("Écrivez le jour, le mois et l’année en chiffres, par exemple 7, 4 et 2017.")));
        }
        var locked = codes.lock(Codes.typed(saisie));
        if (locked.isEmpty() || locked.get().validite() != Codes.Validite.BON) {
            return Optional.of(dates());
        }
        if (annuaire.hasChildBornOn(remis.personne(), date.get())) {
            return Optional.empty();
        }
        journal.record(Fait.of(ActeComptes.CODE_REFUSE, remis.compte())
                .from(provenance.adresse())
                .with(Map.of("raison", "date"))
                .inEcoles(utilisateurs.ecoles(remis.compte())));
        int left = codes.countWrongDate(remis.id());
        return Optional.of(
                left == 0
                        ? dates()
                        : new Illisible(
                                422,
                                t(
                                        "Ce n’est la date de naissance d’aucun de vos enfants. {0, plural, one {Il reste # essai} other {Il reste # essais}}, puis le code sera annulé.",
                                        left)));
    }

    /// What a sheet is worth.
    public sealed interface Lecture {}

    public record Bonne(Remis remis, Identite qui) implements Lecture {}

    /// To be typed again.
    public record Illisible(int statut, String phrase) implements Lecture {}

    /// Of no use any more, and what to do.
    public record Perdue(int statut, String raison, String titre, String phrase) implements Lecture {}
}
