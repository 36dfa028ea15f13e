package fr.entecole.annuaire.saisies;

import fr.entecole.annuaire.PersonneSaisie;
import fr.entecole.annuaire.declarations.RaisonDuRetrait;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What no feed carries and people enter: agents of communes and of the académie, staff of a school who are not in the
/// feed (AESH, ATSEM), who teaches which class, guardians kept out, parents' representatives. No import touches it.
@Component
@NamedInterface("saisies")
@Transactional
public class Saisies {

    /// What someone of a school whom no feed carries may do there.
    public static final List<String> FONCTIONS =
            List.of("AESH", "ATSEM", "Service civique", "Remplacement", "Intervention");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Saisies(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public UUID addAgent(Agent agent) {
        var id = Uuids.v7();
        jdbc.sql("""
                        insert into annuaire.agent
                               (id, profil, civilite, nom, prenom, courriel, commune_insee, circonscription_id, fin,
                                fonction)
                        values (:id, :profil, :civilite, :nom, :prenom, :courriel, :commune, :circonscription, :fin,
                                :fonction)
                        """)
                .param("id", id)
                .param("profil", agent.profil().name())
                .param("civilite", agent.civilite())
                .param("nom", agent.nom())
                .param("prenom", agent.prenom())
                .param("courriel", agent.courriel())
                .param("commune", agent.commune())
                .param("circonscription", agent.circonscription())
                .param("fin", agent.fin())
                .param("fonction", agent.fonction())
                .update();
        events.publishEvent(new PersonneSaisie(id));
        return id;
    }

    /// Corrects an agent; the account and its login stay as they are.
    void changeAgent(UUID id, Agent agent) {
        jdbc.sql("""
                        update annuaire.agent
                           set profil = :profil, civilite = :civilite, nom = :nom, prenom = :prenom, courriel = :courriel,
                               commune_insee = :commune, circonscription_id = :circonscription, fin = :fin,
                               fonction = :fonction
                         where id = :id
                        """)
                .param("id", id)
                .param("profil", agent.profil().name())
                .param("civilite", agent.civilite())
                .param("nom", agent.nom())
                .param("prenom", agent.prenom())
                .param("courriel", agent.courriel())
                .param("commune", agent.commune())
                .param("circonscription", agent.circonscription())
                .param("fin", agent.fin())
                .param("fonction", agent.fonction())
                .update();
    }

    /// Takes out an agent who never came: out at once, in no list any more, forgotten at the term of who left.
    ///
    /// @return false when it was done already
    boolean removeAgent(UUID id, RaisonDuRetrait raison) {
        endAgent(id);
        return jdbc.sql("""
                        update annuaire.agent set retire_le = :maintenant, retire_raison = :raison
                         where id = :id and retire_le is null
                        """)
                        .param("maintenant", OffsetDateTime.now(clock))
                        .param("raison", raison.name())
                        .param("id", id)
                        .update()
                > 0;
    }

    /// An agent is here no more from now on; who is signed in is out at once.
    public void endAgent(UUID id) {
        jdbc.sql("update annuaire.agent set fin = :veille where id = :id and (fin is null or fin > :veille)")
                .param("veille", LocalDate.now(clock).minusDays(1))
                .param("id", id)
                .update();
    }

    /// Ends what a member of staff entered by hand does in a school; the feed's own are never touched.
    ///
    /// @return whether there was such a person there
    boolean endPersonnel(UUID ecole, UUID personnel) {
        int ended = jdbc.sql("""
                        update annuaire.fonction set fini_le = greatest(depuis, :jour)
                         where structure_id = :ecole and personnel_id = :personnel and source = 'MANUEL'
                           and fini_le is null
                        """)
                .param("jour", LocalDate.now(clock))
                .param("ecole", ecole)
                .param("personnel", personnel)
                .update();
        if (ended > 0) {
            suspendWithoutFonction(personnel);
        }
        return ended > 0;
    }

    /// Whom no feed counts, no feed suspends: their last school does, and the directory forgets them at their term.
    private void suspendWithoutFonction(UUID personnel) {
        jdbc.sql("""
                        update annuaire.personnel p set suspendu_le = :now
                         where p.id = :personnel and p.aaf_id is null and p.suspendu_le is null
                           and not exists (select 1 from annuaire.fonction f where f.personnel_id = p.id and f.fini_le is null)
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("personnel", personnel)
                .update();
    }

    /// @return the id of a member of staff who is in no feed
    public UUID addPersonnel(UUID ecole, @Nullable String civilite, String prenom, String nom, String fonction) {
        return addPersonnel(
                ecole,
                new Personnel(civilite, prenom, nom, null, fonction, fonction, false, false),
                SaisiesDesFamilles.Source.MANUEL);
    }

    /// The same, with all that a file of the school says.
    public UUID addPersonnel(UUID ecole, Personnel personnel, SaisiesDesFamilles.Source source) {
        var id = Uuids.v7();
        jdbc.sql("""
                        with p as (insert into annuaire.personnel
                                          (id, academie, civilite, prenom, nom, courriel, enseignant, source)
                                   select :id, academie, :civilite, :prenom, :nom, :courriel, :enseignant, :source
                                     from annuaire.structure where id = :ecole)
                        insert into annuaire.fonction (personnel_id, structure_id, code, libelle, directeur, source, depuis)
                        values (:id, :ecole, :code, :libelle, :directeur, 'MANUEL', :jour)
                        """)
                .param("jour", LocalDate.now(clock))
                .param("id", id)
                .param("ecole", ecole)
                .param("civilite", personnel.civilite())
                .param("nom", personnel.nom())
                .param("prenom", personnel.prenom())
                .param("courriel", personnel.courriel())
                .param("enseignant", personnel.enseignant())
                .param("source", source.name())
                .param("code", personnel.code())
                .param("libelle", personnel.libelle())
                .param("directeur", personnel.directeur())
                .update();
        events.publishEvent(new PersonneSaisie(id));
        return id;
    }

    public void addEnseignement(UUID personnel, UUID classe, String par) {
        jdbc.sql("""
                        insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                        values (:personnel, :classe, :jour, :par) on conflict do nothing
                        """)
                .param("jour", LocalDate.now(clock))
                .param("personnel", personnel)
                .param("classe", classe)
                .param("par", par)
                .update();
    }

    public void addRestriction(
            UUID responsable, UUID eleve, LocalDate depuis, @Nullable LocalDate jusque, String preuve, UUID auteur) {
        jdbc.sql("""
                        insert into annuaire.restriction
                               (eleve_id, responsable_id, depuis, jusque, preuve, auteur_personnel_id, posee_le)
                        values (:eleve, :responsable, :depuis, :jusque, :preuve, :auteur, :maintenant)
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("eleve", eleve)
                .param("responsable", responsable)
                .param("depuis", depuis)
                .param("jusque", jusque)
                .param("preuve", preuve)
                .param("auteur", auteur)
                .update();
    }

    public void addMandat(UUID responsable, UUID ecole, LocalDate depuis, @Nullable LocalDate jusque) {
        jdbc.sql("""
                        insert into annuaire.mandat (responsable_id, structure_id, depuis, jusque)
                        values (:responsable, :ecole, :depuis, :jusque)
                        """)
                .param("responsable", responsable)
                .param("ecole", ecole)
                .param("depuis", depuis)
                .param("jusque", jusque)
                .update();
    }

    /// Gives a commune the name that people write; the feed's capitals never come back over it.
    public void nameCommune(String insee, String nom, @Nullable String siret) {
        jdbc.sql("update annuaire.commune set nom = :nom, siret = :siret where insee = :insee")
                .param("insee", insee)
                .param("nom", nom)
                .param("siret", siret)
                .update();
    }

    /// Gives a school the name that people write, over the feed's capitals.
    public void nameEcole(String uai, String nom) {
        jdbc.sql("update annuaire.structure set nom_usage = :nom where uai = :uai")
                .param("uai", uai)
                .param("nom", nom)
                .update();
    }

    /// @param commune INSEE code, for the people of a commune
    /// @param circonscription structure, for an IEN or ERUN
    /// @param fin last day, null when none is known
    /// @param fonction `CONSEILLER` or `DSDEN`, where the profile says too little
    @NamedInterface("saisies")
    public record Agent(
            Profil profil,
            @Nullable String civilite,
            String prenom,
            String nom,
            @Nullable String courriel,
            @Nullable String commune,
            @Nullable UUID circonscription,
            @Nullable LocalDate fin,
            @Nullable String fonction) {

        public Agent(
                Profil profil,
                @Nullable String civilite,
                String prenom,
                String nom,
                @Nullable String courriel,
                @Nullable String commune,
                @Nullable UUID circonscription,
                @Nullable LocalDate fin) {
            this(profil, civilite, prenom, nom, courriel, commune, circonscription, fin, null);
        }
    }

    /// Someone of a school who is in no feed.
    ///
    /// @param code of the function, `ENS` for who teaches
    public record Personnel(
            @Nullable String civilite,
            String prenom,
            String nom,
            @Nullable String courriel,
            String code,
            String libelle,
            boolean enseignant,
            boolean directeur) {}
}
