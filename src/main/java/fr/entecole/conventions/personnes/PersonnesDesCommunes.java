package fr.entecole.conventions.personnes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.saisies.Agents;
import fr.entecole.annuaire.saisies.Agents.DeCommune;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.comptes.activation.Invitations;
import fr.entecole.conventions.ActeConventions;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.langue.Langue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People who act for a commune: the directory says who they are today, here stands who invited and removed them, when.
@Component
class PersonnesDesCommunes {

    /// Whom a référent invites and removes; others are the region’s.
    static final List<Profil> INVITES = List.of(Profil.CONTRIBUTEUR, Profil.FINANCES);

    private final JdbcClient jdbc;
    private final Agents agents;
    private final Saisies saisies;
    private final Invitations invitations;
    private final EcolesDesCommunes communes;
    private final Journal journal;
    private final Clock clock;

    PersonnesDesCommunes(
            JdbcClient jdbc,
            Agents agents,
            Saisies saisies,
            Invitations invitations,
            EcolesDesCommunes communes,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.agents = agents;
        this.saisies = saisies;
        this.invitations = invitations;
        this.communes = communes;
        this.journal = journal;
        this.clock = clock;
    }

    List<DeCommune> present(String insee) {
        return agents.ofCommune(insee, Dates.day(clock.instant()));
    }

    /// What was done, the latest first.
    List<Passee> history(String insee) {
        return jdbc.sql("""
                        select p.agent_id, p.profil, p.invitee_le, p.retiree_le, a.prenom, a.nom,
                               i.prenom as par_prenom, i.nom as par_nom, r.prenom as fin_prenom, r.nom as fin_nom
                          from conventions.personne p
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = p.agent_id limit 1) a on true
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = p.invitee_par limit 1) i on true
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = p.retiree_par limit 1) r on true
                         where p.commune_insee = :insee order by p.id desc
                        """)
                .param("insee", insee)
                .query((rs, _) -> new Passee(
                        Colonnes.uuid(rs, "agent_id"),
                        Profil.valueOf(rs.getString("profil")),
                        name(rs, "prenom", "nom"),
                        day(rs, "invitee_le"),
                        name(rs, "par_prenom", "par_nom"),
                        day(rs, "retiree_le"),
                        name(rs, "fin_prenom", "fin_nom")))
                .list();
    }

    /// Someone whom the référent knows, instead of another perhaps.
    ///
    /// @param remplace present in the commune, and theirs to remove
    /// @return false when someone of this name does the same there already
    @Transactional
    public boolean invite(Utilisateur referent, String insee, PersonneForm form, @Nullable UUID remplace) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:insee))")
                .param("insee", "conventions.personne " + insee)
                .query(_ -> {});
        var profil = form.profilOf(INVITES).orElseThrow();
        var nom = Appellations.personne(form.prenom(), form.nom());
        if (present(insee).stream()
                .anyMatch(p -> p.profil() == profil && p.nom().equalsIgnoreCase(nom) && !p.id().equals(remplace))) {
            return false;
        }
        if (remplace != null) {
            remove(referent, insee, remplace);
        }
        var agent = saisies.addAgent(
                new Saisies.Agent(profil, null, form.prenom(), form.nom(), form.courriel(), insee, null, null));
        invited(
                insee,
                agent,
                profil,
                form.courriel(),
                remplace,
                referent,
                () -> t(
                        "Vous agirez pour la commune de {1} dans l’ENT-École ({2}), à l’invitation de {0}.",
                        referent.nomComplet(),
                        communes.commune(insee)
                                .map(EcolesDesCommunes.Commune::nom)
                                .orElse(insee),
                        profil.libelle()));
        journal.record(Fait.of(ActeConventions.PERSONNE_INVITEE, agent)
                .by(referent.compteId())
                .ofRegion());
        return true;
    }

    /// Notes it, and writes the link.
    void invited(
            String insee,
            UUID agent,
            Profil profil,
            String courriel,
            @Nullable UUID remplace,
            Utilisateur auteur,
            Supplier<String> phrase) {
        jdbc.sql("""
                        insert into conventions.personne
                               (commune_insee, agent_id, profil, invitee_le, invitee_par, remplace_id)
                        values (:insee, :agent, :profil, :now, :par, cast(:remplace as uuid))
                        """)
                .param("insee", insee)
                .param("agent", agent)
                .param("profil", profil.name())
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur.personneId())
                .param("remplace", remplace)
                .update();
        Langue.FRANCAIS.call(() -> {
            invitations.send(agent, courriel, phrase.get());
            return true;
        });
    }

    /// Whom the référent of this commune may remove.
    Optional<DeCommune> removable(String insee, UUID agent) {
        return present(insee).stream()
                .filter(p -> p.id().equals(agent) && INVITES.contains(p.profil()))
                .findFirst();
    }

    /// They are out at once; what they did stays.
    @Transactional
    public void remove(Utilisateur referent, String insee, UUID agent) {
        var person = removable(insee, agent).orElseThrow();
        saisies.endAgent(agent);
        var now = OffsetDateTime.now(clock);
        int ended = jdbc.sql("""
                        update conventions.personne set retiree_le = :now, retiree_par = :par
                         where agent_id = :agent and retiree_le is null
                        """)
                .param("now", now)
                .param("par", referent.personneId())
                .param("agent", agent)
                .update();
        if (ended == 0) {
            jdbc.sql("""
                            insert into conventions.personne (commune_insee, agent_id, profil, retiree_le, retiree_par)
                            values (:insee, :agent, :profil, :now, :par)
                            """)
                    .param("insee", insee)
                    .param("agent", agent)
                    .param("profil", person.profil().name())
                    .param("now", now)
                    .param("par", referent.personneId())
                    .update();
        }
        journal.record(Fait.of(ActeConventions.PERSONNE_RETIREE, agent)
                .by(referent.compteId())
                .ofRegion());
    }

    private static String name(ResultSet rs, String prenom, String nom) throws SQLException {
        var last = rs.getString(nom);
        var first = rs.getString(prenom);
        return last == null || first == null ? "" : Appellations.personne(first, last);
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : Dates.day(at.toInstant());
    }

    /// @param nom empty once the directory has forgotten them; so are those of who did it
    record Passee(
            UUID agent,
            Profil profil,
            String nom,
            @Nullable LocalDate inviteeLe,
            String inviteePar,
            @Nullable LocalDate retireeLe,
            String retireePar) {}
}
