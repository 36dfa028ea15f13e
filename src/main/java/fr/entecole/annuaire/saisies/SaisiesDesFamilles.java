package fr.entecole.annuaire.saisies;

import fr.entecole.annuaire.PersonneSaisie;
import fr.entecole.annuaire.noms.Niveau;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pupils, guardians, their links and the classes of a school that no feed brings: from its files or by hand. Each
/// row says where it comes from. Nothing here touches what a feed has brought, but for a link of ours beside it;
/// who may do what is judged by the caller.
@Component
@Transactional
public class SaisiesDesFamilles {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SaisiesDesFamilles(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// Where a row comes from, when no feed brings it.
    public enum Source {
        ONDE,
        BE1D,
        CSV,
        MANUEL
    }

    /// @param nomNaissance when another one is borne
    public record Eleve(
            String nom,
            @Nullable String nomNaissance,
            String prenom,
            LocalDate naissance,
            @Nullable String ine,
            @Nullable Niveau niveau) {}

    /// @param adresse lines
    public record Responsable(
            @Nullable String civilite,
            String nom,
            @Nullable String nomNaissance,
            String prenom,
            List<String> adresse,
            @Nullable String codePostal,
            @Nullable String ville,
            @Nullable String pays,
            @Nullable String telephone,
            @Nullable String mobile,
            @Nullable String travail,
            @Nullable String courriel) {}

    /// A class of this school year; from August on, of the one to come.
    public void addClasse(UUID id, UUID ecole, String libelle) {
        jdbc.sql("""
                        insert into annuaire.classe (id, structure_id, academie, annee, libelle)
                        select :id, s.id, s.academie, :annee, :libelle from annuaire.structure s where s.id = :ecole
                        """)
                .param("id", id)
                .param("ecole", ecole)
                .param(
                        "annee",
                        AnneeScolaire.of(LocalDate.now(clock).plusMonths(1)).rentree())
                .param("libelle", libelle)
                .update();
    }

    public void addEleve(UUID id, UUID ecole, Eleve eleve, Source source) {
        write("""
                insert into annuaire.eleve (id, academie, structure_id, nom, nom_naissance, prenom, date_naissance, ine,
                                            niveau, niveau_code, cycle, source)
                select :id, s.academie, s.id, :nom, :naissance, :prenom, :nee, :ine, :niveau, :code, :cycle, :source
                  from annuaire.structure s where s.id = :ecole
                """, eleve, id)
                .param("ecole", ecole)
                .param("source", source.name())
                .update();
        events.publishEvent(new PersonneSaisie(id));
    }

    /// Corrects a pupil who comes from no feed, who is here again if they had left.
    public void changeEleve(UUID id, UUID ecole, Eleve eleve) {
        write("""
                update annuaire.eleve
                   set nom = :nom, nom_naissance = :naissance, prenom = :prenom, date_naissance = :nee,
                       ine = coalesce(:ine, ine), niveau = coalesce(:niveau, niveau),
                       niveau_code = coalesce(:code, niveau_code), cycle = coalesce(:cycle, cycle),
                       structure_id = :ecole, suspendu_le = null
                 where id = :id and aaf_id is null
                """, eleve, id).param("ecole", ecole).update();
    }

    private JdbcClient.StatementSpec write(String sql, Eleve eleve, UUID id) {
        var niveau = eleve.niveau();
        return jdbc.sql(sql)
                .param("id", id)
                .param("nom", eleve.nom())
                .param("naissance", eleve.nomNaissance())
                .param("prenom", eleve.prenom())
                .param("nee", eleve.naissance())
                .param("ine", eleve.ine())
                .param("niveau", niveau == null ? null : niveau.name())
                .param("code", niveau == null ? null : niveau.code())
                .param("cycle", niveau == null ? null : niveau.cycle());
    }

    /// In this class from today on, and in no other.
    public void enroll(UUID eleve, UUID classe) {
        var jour = LocalDate.now(clock);
        jdbc.sql("""
                        delete from annuaire.eleve_classe
                         where eleve_id = :eleve and classe_id <> :classe and fini_le is null and depuis >= :jour
                        """)
                .param("eleve", eleve)
                .param("classe", classe)
                .param("jour", jour)
                .update();
        jdbc.sql("""
                        update annuaire.eleve_classe set fini_le = :jour
                         where eleve_id = :eleve and classe_id <> :classe and fini_le is null
                        """)
                .param("eleve", eleve)
                .param("classe", classe)
                .param("jour", jour)
                .update();
        jdbc.sql("""
                        insert into annuaire.eleve_classe (eleve_id, classe_id, depuis)
                        select :eleve, :classe, :jour
                         where not exists (select 1 from annuaire.eleve_classe
                                            where eleve_id = :eleve and classe_id = :classe and fini_le is null)
                        on conflict (eleve_id, classe_id, depuis) do update set fini_le = null
                        """)
                .param("eleve", eleve)
                .param("classe", classe)
                .param("jour", jour)
                .update();
    }

    public void addResponsable(UUID id, UUID ecole, Responsable responsable, Source source) {
        write("""
                insert into annuaire.responsable
                       (id, academie, civilite, nom, nom_naissance, prenom, adresse, code_postal, ville, pays,
                        telephone_domicile, telephone_mobile, telephone_travail, courriel, source)
                select :id, s.academie, :civilite, :nom, :naissance, :prenom, :adresse, :cp, :ville, :pays,
                       :telephone, :mobile, :travail, :courriel, :source
                  from annuaire.structure s where s.id = :ecole
                """, responsable, id)
                .param("ecole", ecole)
                .param("source", source.name())
                .update();
        events.publishEvent(new PersonneSaisie(id));
    }

    /// Corrects a guardian who comes from no feed; what is left unsaid stays.
    public void changeResponsable(UUID id, Responsable responsable) {
        write("""
                update annuaire.responsable
                   set civilite = coalesce(:civilite, civilite), nom = :nom,
                       nom_naissance = coalesce(:naissance, nom_naissance), prenom = :prenom,
                       adresse = case when cardinality(:adresse::text[]) = 0 then adresse else :adresse end,
                       code_postal = coalesce(:cp, code_postal), ville = coalesce(:ville, ville),
                       pays = coalesce(:pays, pays), telephone_domicile = coalesce(:telephone, telephone_domicile),
                       telephone_mobile = coalesce(:mobile, telephone_mobile),
                       telephone_travail = coalesce(:travail, telephone_travail),
                       courriel = coalesce(:courriel, courriel)
                 where id = :id and aaf_id is null
                """, responsable, id).update();
    }

    private JdbcClient.StatementSpec write(String sql, Responsable responsable, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("civilite", responsable.civilite())
                .param("nom", responsable.nom())
                .param("naissance", responsable.nomNaissance())
                .param("prenom", responsable.prenom())
                .param("adresse", responsable.adresse().toArray(String[]::new))
                .param("cp", responsable.codePostal())
                .param("ville", responsable.ville())
                .param("pays", responsable.pays())
                .param("telephone", responsable.telephone())
                .param("mobile", responsable.mobile())
                .param("travail", responsable.travail())
                .param("courriel", responsable.courriel());
    }

    /// @param code of the kind of link (reference aaf-onde §6.2)
    /// @param motif why, as written; null when a file says it
    /// @return false when the two are linked already
    public boolean addLien(UUID responsable, UUID eleve, String code, Source source, @Nullable String motif) {
        return addLien(responsable, eleve, code, source, motif, null);
    }

    /// @param jusque the last day, null when there is none
    public boolean addLien(
            UUID responsable,
            UUID eleve,
            String code,
            Source source,
            @Nullable String motif,
            @Nullable LocalDate jusque) {
        int added = jdbc.sql("""
                        insert into annuaire.lien (eleve_id, responsable_id, code, depuis, source, motif, jusque)
                        select :eleve, :responsable, :code, :jour, :source, :motif, :jusque
                         where not exists (select 1 from annuaire.lien
                                            where eleve_id = :eleve and responsable_id = :responsable
                                              and retire_le is null)
                        on conflict (responsable_id, eleve_id, depuis)
                        do update set retire_le = null, code = excluded.code, source = excluded.source,
                                      motif = excluded.motif, jusque = excluded.jusque, fin_source = null,
                                      fin_motif = null, fin_decision = null, fin_auteur = null
                        """)
                .param("eleve", eleve)
                .param("responsable", responsable)
                .param("code", code)
                .param("jour", LocalDate.now(clock))
                .param("source", source.name())
                .param("motif", motif)
                .param("jusque", jusque)
                .update();
        jdbc.sql("""
                        update annuaire.responsable set suspendu_le = null, suspendu_sans_enfant = false
                         where id = :responsable and aaf_id is null and suspendu_le is not null
                        """).param("responsable", responsable).update();
        return added > 0;
    }
}
