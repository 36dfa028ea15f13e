package fr.entecole.conventions.personnes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.conventions.ActeConventions;
import fr.entecole.courriel.Courriel;
import fr.entecole.courriel.Courriels;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.langue.Langue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who asks to act for a commune, and what the region decides: a grant makes them an agent of the directory, who is
/// written to at the address that they gave.
@Component
public class DemandesDeReferent {

    /// What one may ask to be.
    static final List<Profil> PROFILS = List.of(Profil.REFERENT_VILLE, Profil.MAIRE);

    /// Of one commune at a time: more are somebody’s obstinacy.
    private static final int MOST = 3;

    private final JdbcClient jdbc;
    private final Saisies saisies;
    private final PersonnesDesCommunes personnes;
    private final EcolesDesCommunes communes;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock clock;

    DemandesDeReferent(
            JdbcClient jdbc,
            Saisies saisies,
            PersonnesDesCommunes personnes,
            EcolesDesCommunes communes,
            Courriels courriels,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.saisies = saisies;
        this.personnes = personnes;
        this.communes = communes;
        this.courriels = courriels;
        this.journal = journal;
        this.clock = clock;
    }

    /// @return false when that commune has asked enough, or this person already
    @Transactional
    public boolean ask(String insee, Profil profil, String prenom, String nom, String fonction, String courriel) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:insee))")
                .param("insee", "conventions.demande " + insee)
                .query(_ -> {});
        var waiting = waiting().stream().filter(d -> d.insee().equals(insee)).toList();
        if (waiting.size() >= MOST
                || waiting.stream().anyMatch(d -> d.courriel().equalsIgnoreCase(courriel))) {
            return false;
        }
        var id = jdbc.sql("""
                        insert into conventions.demande (commune_insee, profil, prenom, nom, fonction, courriel, faite_le)
                        values (:insee, :profil, :prenom, :nom, :fonction, :courriel, :now) returning id
                        """)
                .param("insee", insee)
                .param("profil", profil.name())
                .param("prenom", prenom)
                .param("nom", nom)
                .param("fonction", fonction)
                .param("courriel", courriel)
                .param("now", OffsetDateTime.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        journal.record(Fait.of(ActeConventions.REFERENT_DEMANDE, id).ofRegion());
        return true;
    }

    /// The first asked first.
    List<Demande> waiting() {
        return jdbc.sql("select * from conventions.demande where decidee_le is null order by id")
                .query(DemandesDeReferent::demande)
                .list();
    }

    boolean isKnown(UUID id) {
        return jdbc.sql("select exists (select 1 from conventions.demande where id = :id)")
                .param("id", id)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// Makes them who they ask to be.
    ///
    /// @return false when it was decided meanwhile
    @Transactional
    public boolean grant(UUID id, Utilisateur auteur) {
        var demande = decide(id, true, "", auteur);
        if (demande.isEmpty()) {
            return false;
        }
        var d = demande.get();
        var agent =
                saisies.addAgent(new Saisies.Agent(d.profil, null, d.prenom, d.nom, d.courriel, d.insee, null, null));
        jdbc.sql("update conventions.demande set agent_id = :agent where id = :id")
                .param("agent", agent)
                .param("id", id)
                .update();
        personnes.invited(
                d.insee,
                agent,
                d.profil,
                d.courriel,
                null,
                auteur,
                () -> t(
                        "La région académique a accordé votre demande\u00a0: vous agissez désormais pour la commune de {0} dans l’ENT-École ({1}).",
                        place(d.insee), d.profil.libelle()));
        journal.record(Fait.of(ActeConventions.REFERENT_ACCORDE, id)
                .by(auteur.compteId())
                .ofRegion());
        return true;
    }

    /// @return false when it was decided meanwhile
    @Transactional
    public boolean refuse(UUID id, String motif, Utilisateur auteur) {
        var demande = decide(id, false, motif, auteur);
        demande.ifPresent(d -> {
            Langue.FRANCAIS.call(() -> {
                courriels.enqueue(new Courriel(
                        d.courriel,
                        t("Votre demande pour l’ENT-École"),
                        String.join(
                                "\n\n",
                                t("Bonjour,"),
                                t(
                                        "La région académique n’a pas accordé votre demande d’agir pour la commune de {0}. Elle dit pourquoi\u00a0: {1}",
                                        place(d.insee), motif),
                                t("Vous pouvez en faire une autre."))));
                return true;
            });
            journal.record(Fait.of(ActeConventions.REFERENT_REFUSE, id)
                    .by(auteur.compteId())
                    .ofRegion());
        });
        return demande.isPresent();
    }

    private Optional<Demande> decide(UUID id, boolean accordee, String motif, Utilisateur auteur) {
        return jdbc.sql("""
                        update conventions.demande
                           set decidee_le = :now, accordee = :accordee, motif = :motif, par_id = :par
                         where id = :id and decidee_le is null returning *
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("accordee", accordee)
                .param("motif", motif)
                .param("par", auteur.personneId())
                .param("id", id)
                .query(DemandesDeReferent::demande)
                .optional();
    }

    private String place(String insee) {
        return communes.commune(insee).map(EcolesDesCommunes.Commune::nom).orElse(insee);
    }

    private static Demande demande(ResultSet rs, int row) throws SQLException {
        return new Demande(
                Colonnes.uuid(rs, "id"),
                text(rs, "commune_insee"),
                Profil.valueOf(text(rs, "profil")),
                text(rs, "prenom"),
                text(rs, "nom"),
                text(rs, "fonction"),
                text(rs, "courriel"),
                Objects.requireNonNull(rs.getObject("faite_le", OffsetDateTime.class))
                        .toInstant());
    }

    private static String text(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(rs.getString(column), column);
    }

    public record Demande(
            UUID id,
            String insee,
            Profil profil,
            String prenom,
            String nom,
            String fonction,
            String courriel,
            Instant faiteLe) {

        public String nomComplet() {
            return Appellations.personne(prenom, nom);
        }
    }
}
