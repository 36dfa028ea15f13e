package fr.entecole.conventions;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.regles.ActeLocal;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people do to a convention, each a row that stays. Two who act at once come one after the other, and the second
/// is told that it is done. A refusal is a sentence; empty: it is done.
@Component
public class Conventions {

    /// What is attached is attached under this word.
    public static final String SALLE = "conventions";

    private final JdbcClient jdbc;
    private final LectureDesConventions lecture;
    private final EcritureDesFaits faits;
    private final LettresAuxCommunes lettres;
    private final Journal journal;
    private final Clock clock;

    Conventions(
            JdbcClient jdbc,
            LectureDesConventions lecture,
            EcritureDesFaits faits,
            LettresAuxCommunes lettres,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.lecture = lecture;
        this.faits = faits;
        this.lettres = lettres;
        this.journal = journal;
        this.clock = clock;
    }

    /// Begins the convention of a year, or says it again as long as it was not sent.
    ///
    /// @param auteur null: a town hall without an account, whose address is proven
    /// @return empty when there is one of that year already that was sent
    @Transactional
    public Optional<UUID> declare(
            @Nullable Utilisateur auteur, String insee, int annee, Declaration dite, List<EcoleInscrite> ecoles) {
        var before = lecture.ofCommune(insee).stream()
                .filter(c -> c.annee() == annee && c.insee().equals(insee))
                .findFirst();
        var today = Dates.day(clock.instant());
        if (before.isPresent()
                && before.get().etat(today) != Etat.BROUILLON
                && before.get().etat(today) != Etat.RESILIEE) {
            return Optional.empty();
        }
        var id = before.filter(c -> c.etat(today) == Etat.BROUILLON)
                .map(Convention::id)
                .or(() -> begin(insee, annee))
                // someone else has begun it in this very moment: theirs goes on
                .orElseGet(() -> lecture.ofCommune(insee).stream()
                        .filter(c -> c.annee() == annee && c.insee().equals(insee))
                        .map(Convention::id)
                        .findFirst()
                        .orElseThrow());
        faits.lock(id);
        if (lecture.one(id).filter(c -> c.etat(today) != Etat.BROUILLON).isPresent()) {
            return Optional.empty();
        }
        var list = jdbc.sql("""
                        insert into conventions.declaration (commune_insee, convention_id, version, genre, denomination, forme,
                               siret, adresse, signataire, qualite, contact, courriel, faite_le, par_id)
                        select :insee, :id, coalesce(max(version), 0) + 1, :genre, :denomination, :forme, :siret, :adresse,
                               :signataire, :qualite, :contact, :courriel, :now, cast(:par as uuid)
                          from conventions.declaration where convention_id = :id
                        returning id
                        """)
                .param("insee", insee)
                .param("id", id)
                .param("genre", dite.genre().name())
                .param("denomination", dite.denomination())
                .param("forme", dite.forme())
                .param("siret", dite.siret())
                .param("adresse", dite.adresse())
                .param("signataire", dite.signataire())
                .param("qualite", dite.qualite())
                .param("contact", dite.contact())
                .param("courriel", dite.courriel())
                .param("now", now())
                .param("par", auteur == null ? null : auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        faits.register(insee, list, ecoles);
        faits.record(ActeConventions.CONVENTION_DECLAREE, id, auteur, ecoles);
        return Optional.of(id);
    }

    private Optional<UUID> begin(String insee, int annee) {
        return jdbc.sql("""
                        insert into conventions.convention (commune_insee, annee, rang, numero, cree_le)
                        select :insee, :annee, coalesce(max(rang), 0) + 1,
                               :annee || '-' || :insee || '-' || (coalesce(max(rang), 0) + 1), :now
                          from conventions.convention where commune_insee = :insee and annee = :annee
                        on conflict do nothing
                        returning id
                        """)
                .param("insee", insee)
                .param("annee", annee)
                .param("now", now())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional();
    }

    /// As it is called on that day.
    public static EcoleInscrite inscrite(Ecole ecole) {
        var departement = ecole.departement();
        return new EcoleInscrite(
                ecole.id(),
                ecole.uai(),
                ecole.type(),
                ecole.nom(),
                ecole.commune(),
                departement.startsWith("0") ? departement.substring(1) : departement);
    }

    /// Sends it: from now on its parameters and its list are its own.
    @Transactional
    public Optional<String> transmit(UUID id, Utilisateur auteur) {
        return transmit(id, today(), auteur);
    }

    /// @param jour on which it came
    @Transactional
    public Optional<String> transmit(UUID id, LocalDate jour, Utilisateur auteur) {
        var convention = faits.locked(id);
        if (convention.etat(today()) != Etat.BROUILLON) {
            return EcritureDesFaits.done();
        }
        faits.write(convention, null, "TRANSMISE", jour, "", convention.parametresId(), auteur);
        faits.record(ActeConventions.CONVENTION_TRANSMISE, id, auteur, convention.ecoles());
        return Optional.empty();
    }

    /// The region gives it back, with what is to be corrected: it is a draft again, and what was signed counts no more.
    @Transactional
    public Optional<String> sendBack(UUID id, String motif, Utilisateur auteur) {
        var convention = faits.locked(id);
        var etat = convention.etat(today());
        if (etat != Etat.TRANSMISE && etat != Etat.SIGNEE_COMMUNE && etat != Etat.SIGNEE_REGION) {
            return EcritureDesFaits.done();
        }
        faits.write(convention, null, "RENVOYEE", today(), motif, null, auteur);
        faits.record(ActeConventions.CONVENTION_RENVOYEE, id, auteur, convention.ecoles());
        return Optional.empty();
    }

    /// One of the two signatures, as the signed document bears it.
    ///
    /// @param region whose it is
    /// @param pieces uploads: the signed document
    @Transactional
    public Optional<String> sign(UUID id, boolean region, LocalDate jour, List<UUID> pieces, Utilisateur auteur) {
        var convention = faits.locked(id);
        var etat = convention.etat(today());
        boolean awaited = etat == Etat.TRANSMISE || etat == (region ? Etat.SIGNEE_COMMUNE : Etat.SIGNEE_REGION);
        if (!awaited) {
            return EcritureDesFaits.done();
        }
        var refusal = convention.signatures().refusal(region, jour);
        if (refusal.isPresent()) {
            return refusal;
        }
        var fait = faits.write(convention, null, region ? "SIGNEE_REGION" : "SIGNEE_COMMUNE", jour, "", null, auteur);
        faits.attach(convention, fait, pieces, auteur);
        faits.record(ActeConventions.CONVENTION_SIGNEE, id, auteur, convention.ecoles());
        return Optional.empty();
    }

    /// Another document for a signature that is there already: the one before stays, and so does its day.
    ///
    /// @param avenant the one that was signed; null: the convention
    @Transactional
    public Optional<String> replace(
            UUID id, @Nullable UUID avenant, boolean region, String motif, List<UUID> pieces, Utilisateur auteur) {
        var convention = faits.locked(id);
        if (!convention.isSigned(avenant, region)) {
            return EcritureDesFaits.done();
        }
        var fait = faits.write(
                convention, avenant, region ? "REMPLACEE_REGION" : "REMPLACEE_COMMUNE", today(), motif, null, auteur);
        faits.attach(convention, fait, pieces, auteur);
        faits.record(ActeConventions.DOCUMENT_REMPLACE, id, auteur, convention.ecoles());
        return Optional.empty();
    }

    /// The commune’s own act; another one replaces what the page shows of it.
    @Transactional
    public UUID deposit(UUID id, ActeLocal acte, List<UUID> pieces, Utilisateur auteur) {
        var convention = faits.locked(id);
        var accuse = acte.accuse();
        var chose = jdbc.sql("""
                        insert into conventions.acte (commune_insee, convention_id, nature, numero, jour, accuse, recu_le,
                               affiche_le, vote, delegation, delegation_du, annee, ecoles, montant, depose_le, par_id)
                        values (:insee, :id, :nature, :numero, :jour, :accuse, cast(:recu as date), cast(:affiche as date),
                                :vote, :delegation, cast(:du as date), :annee, :ecoles, :montant, :now, :par)
                        returning id
                        """)
                .param("insee", convention.insee())
                .param("id", id)
                .param("nature", acte.nature().name())
                .param("numero", acte.numero())
                .param("jour", acte.jour())
                .param("accuse", accuse == null ? "" : accuse.toString())
                .param("recu", acte.recuLe())
                .param("affiche", acte.afficheLe())
                .param("vote", acte.vote())
                .param("delegation", acte.delegation())
                .param("du", acte.delegationDu())
                .param("annee", acte.annee())
                .param("ecoles", acte.ecoles())
                .param("montant", acte.montant())
                .param("now", now())
                .param("par", auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        faits.attach(convention, chose, pieces, auteur);
        faits.record(ActeConventions.ACTE_DEPOSE, id, auteur, convention.ecoles());
        return chose;
    }

    /// A step towards the end.
    @Transactional
    public Optional<String> step(UUID id, Etape etape, LocalDate jour, String motif, Utilisateur auteur) {
        var convention = faits.locked(id);
        var refusal = convention.cessation().refusal(etape, jour, today());
        if (refusal.isEmpty()) {
            faits.write(convention, null, etape.name(), jour, motif, null, auteur);
            faits.record(ActeConventions.CESSATION_NOTEE, id, auteur, convention.ecoles());
        }
        return refusal;
    }

    /// Reminds those whose turn it is, once a day at most.
    ///
    /// @return how many were written to
    @Transactional
    public int remind(Collection<UUID> ids, Utilisateur auteur) {
        int sent = 0;
        for (var id : ids) {
            var convention = faits.locked(id);
            if (convention.awaits(Etat.Tour.COMMUNE, today()) && !Objects.equals(convention.relance(), today())) {
                faits.write(convention, null, "RELANCE", today(), "", null, auteur);
                lettres.tour(convention);
                sent++;
            }
        }
        if (sent > 0) {
            journal.record(Fait.of(ActeConventions.COMMUNES_RELANCEES)
                    .by(auteur.compteId())
                    .ofRegion());
        }
        return sent;
    }

    private LocalDate today() {
        return Dates.day(clock.instant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
