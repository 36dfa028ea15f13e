package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes of the list of a signed convention. A refusal is a sentence; empty: it is done.
@Component
public class Avenants {

    private final JdbcClient jdbc;
    private final EcritureDesFaits faits;
    private final Clock clock;

    Avenants(JdbcClient jdbc, EcritureDesFaits faits, Clock clock) {
        this.jdbc = jdbc;
        this.faits = faits;
        this.clock = clock;
    }

    /// Another list, sent now: what it does depends on the day, and was told before.
    @Transactional
    public Optional<String> amend(
            UUID id, AvenantRecu.Sorte sorte, String motif, List<EcoleInscrite> ecoles, Utilisateur auteur) {
        var convention = faits.locked(id);
        if (convention.etat(Dates.day(clock.instant())) != Etat.ACTIVE) {
            return Optional.of(t("Un avenant change une convention active\u00a0: celle-ci ne l’est pas."));
        }
        var avenant = jdbc.sql("""
                        insert into conventions.avenant
                               (commune_insee, convention_id, numero, sorte, motif, recu_le, par_id)
                        select :insee, :id, coalesce(max(numero), 0) + 1, :sorte, :motif, :now, :par
                          from conventions.avenant where convention_id = :id
                        returning id
                        """)
                .param("insee", convention.insee())
                .param("id", id)
                .param("sorte", sorte.name())
                .param("motif", motif)
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        faits.register(convention.insee(), avenant, ecoles);
        faits.record(ActeConventions.AVENANT_RECU, id, auteur, ecoles);
        return Optional.empty();
    }

    /// One of the two signatures of an avenant.
    @Transactional
    public Optional<String> sign(
            UUID id, UUID avenant, boolean region, LocalDate jour, List<UUID> pieces, Utilisateur auteur) {
        var convention = faits.locked(id);
        var found = convention.avenants().stream()
                .filter(a -> a.id().equals(avenant))
                .findFirst()
                .orElseThrow();
        if ((region ? found.region() : found.commune()) != null) {
            return EcritureDesFaits.done();
        }
        var refusal = found.signatures().refusal(region, jour);
        if (refusal.isPresent()) {
            return refusal;
        }
        var fait =
                faits.write(convention, avenant, region ? "SIGNEE_REGION" : "SIGNEE_COMMUNE", jour, "", null, auteur);
        faits.attach(convention, fait, pieces, auteur);
        faits.record(ActeConventions.AVENANT_SIGNE, id, auteur, found.ecoles());
        return Optional.empty();
    }
}
