package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.Documents;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who did what to a convention, as long as they are in the directory; the convention itself, with the names of those
/// who sign it, ten years after its school year, as accounting papers are kept.
@Component
class ConventionsDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteConventions() {
        return ActiviteDeclaree.of(
                "conventions",
                () -> new Activite(
                        t("Conventions avec les communes"),
                        t("Conclure, facturer et finir les conventions de l’ENT."),
                        Base.MISSION,
                        t("Signataires et agents des communes"),
                        t("La commune et la région")));
    }

    private static final int YEARS = 10;
    private static final List<String> TABLES = List.of(
            "parametres",
            "declaration",
            "avenant",
            "fait",
            "acte",
            "derogation",
            "titre",
            "paiement",
            "contestation",
            "reponse",
            "demande",
            "liste",
            "scellement",
            "habilitation",
            "reprise",
            "succession");

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Clock clock;

    ConventionsDonneesPersonnelles(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "conventions";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(new Traitement(
                        t("Ce que vous avez fait des conventions entre une commune et la région académique"),
                        t("Vous"),
                        Duration.ofDays(366L * YEARS))
                .of("conventions"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        var rows = jdbc.sql("""
                        select 'année publiée' as quoi, annee::text as convention, publie_le::text as le
                          from conventions.parametres where par_id = :id
                        union all
                        select 'déclaration', c.numero, d.faite_le::text from conventions.declaration d
                          join conventions.convention c on c.id = d.convention_id where d.par_id = :id
                        union all
                        select 'avenant', c.numero, a.recu_le::text from conventions.avenant a
                          join conventions.convention c on c.id = a.convention_id where a.par_id = :id
                        union all
                        select lower(replace(f.sorte, '_', ' ')), c.numero, f.fait_le::text from conventions.fait f
                          join conventions.convention c on c.id = f.convention_id where f.par_id = :id
                        union all
                        select 'acte déposé', c.numero, a.depose_le::text from conventions.acte a
                          join conventions.convention c on c.id = a.convention_id where a.par_id = :id
                        union all
                        select 'ouverture accordée', commune_insee, accordee_le::text
                          from conventions.derogation where par_id = :id
                        union all
                        select 'titre', exercice || '-' || numero, emis_le::text from conventions.titre where par_id = :id
                        union all
                        select 'paiement lu', reference, lu_le::text from conventions.paiement where par_id = :id
                        union all
                        select 'contestation', commune_insee, faite_le::text
                          from conventions.contestation where par_id = :id
                        union all
                        select 'réponse à une contestation', commune_insee, faite_le::text
                          from conventions.reponse where par_id = :id
                        union all
                        select 'demande d’agir pour la commune', commune_insee, faite_le::text
                          from conventions.demande where agent_id = :id
                        union all
                        select 'réponse à une demande', commune_insee, decidee_le::text
                          from conventions.demande where par_id = :id
                        union all
                        select 'agir pour la commune, depuis', commune_insee, invitee_le::text
                          from conventions.personne where agent_id = :id and invitee_le is not null
                        union all
                        select 'agir pour la commune, jusque', commune_insee, retiree_le::text
                          from conventions.personne where agent_id = :id and retiree_le is not null
                        union all
                        select 'personne invitée', commune_insee, invitee_le::text
                          from conventions.personne where invitee_par = :id
                        union all
                        select 'personne retirée', commune_insee, retiree_le::text
                          from conventions.personne where retiree_par = :id
                        union all
                        select 'liste établie', commune_insee, etablie_le::text
                          from conventions.liste where par_id = :id
                        union all
                        select 'signature dans l’application', c.numero, x.signe_le::text from conventions.scellement x
                          join conventions.convention c on c.id = x.convention_id where x.par_id = :id
                        union all
                        select 'signer pour la région, depuis', acte, accordee_le::text
                          from conventions.habilitation where agent_id = :id
                        union all
                        select 'signataire de la région nommé', acte, accordee_le::text
                          from conventions.habilitation where par_id = :id
                        union all
                        select 'signataire de la région retiré', acte, retiree_le::text
                          from conventions.habilitation where retiree_par = :id
                        union all
                        select case when retiree then 'reprise d’une école retirée' else 'reprise d’une école' end, commune_insee,
                               dite_le::text from conventions.reprise where par_id = :id
                        union all
                        select case when retiree then 'succession d’une commune retirée' else 'succession d’une commune' end,
                               commune_insee, dite_le::text from conventions.succession where par_id = :id
                         order by 3
                        """).param("id", personneId).query().listOfRows();
        return rows.isEmpty() ? Map.of() : Map.of("conventions", rows);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("conventions", t("Ce que vous avez fait des conventions"));
        mots.put("conventions.quoi", t("Quoi"));
        mots.put("conventions.convention", t("De quelle convention"));
        mots.put("conventions.le", t("Le"));
        return mots;
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    /// What was done stays, by nobody that is known.
    @Override
    public void erase(Collection<UUID> personnes) {
        for (var table : TABLES) {
            jdbc.sql("update conventions.%s set par_id = null where par_id = any(:ids)".formatted(table))
                    .param("ids", personnes.toArray(UUID[]::new))
                    .update();
        }
        for (var sql : List.of(
                "delete from conventions.demande where agent_id = any(:ids)",
                "delete from conventions.personne where agent_id = any(:ids)",
                "delete from conventions.habilitation where agent_id = any(:ids)",
                "update conventions.habilitation set retiree_par = null where retiree_par = any(:ids)",
                """
                update conventions.personne set invitee_par = case when invitee_par = any(:ids) then null else invitee_par end,
                       retiree_par = case when retiree_par = any(:ids) then null else retiree_par end,
                       remplace_id = case when remplace_id = any(:ids) then null else remplace_id end
                 where invitee_par = any(:ids) or retiree_par = any(:ids) or remplace_id = any(:ids)
                """)) {
            jdbc.sql(sql).param("ids", personnes.toArray(UUID[]::new)).update();
        }
    }

    @Override
    public void purge() {
        var now = OffsetDateTime.now(clock);
        // who asked and became nobody, a year; where it came from, a day
        jdbc.sql("delete from conventions.demande where agent_id is null and faite_le < :an")
                .param("an", now.minusYears(1))
                .update();
        jdbc.sql("delete from conventions.annonce where expire_le < :mois")
                .param("mois", now.minusMonths(1))
                .update();
        jdbc.sql("delete from conventions.passage where passe_le < :hier")
                .param("hier", now.minusDays(1))
                .update();
        int limite = AnneeScolaire.of(Dates.day(clock.instant())).rentree() - YEARS;
        documents.forget(
                Conventions.SALLE,
                jdbc.sql("""
                                select f.id from conventions.fait f join conventions.convention c on c.id = f.convention_id
                                 where c.annee < :limite
                                union all
                                select a.id from conventions.acte a join conventions.convention c on c.id = a.convention_id
                                 where c.annee < :limite
                                """)
                        .param("limite", limite)
                        .query((rs, _) -> Colonnes.uuid(rs, "id"))
                        .list());
        for (var sql : List.of(
                """
                delete from conventions.reponse where contestation_id in (
                    select k.id from conventions.contestation k join conventions.titre t on t.id = k.titre_id
                     where t.annee < :limite)
                """,
                "delete from conventions.contestation where titre_id in (select id from conventions.titre where annee < :limite)",
                "delete from conventions.paiement where titre_id in (select id from conventions.titre where annee < :limite)",
                "delete from conventions.titre where annee < :limite",
                "delete from conventions.scellement where convention_id in (select id from conventions.convention where annee < :limite)",
                "delete from conventions.acte where convention_id in (select id from conventions.convention where annee < :limite)",
                "delete from conventions.fait where convention_id in (select id from conventions.convention where annee < :limite)",
                """
                delete from conventions.inscription where liste_id in (
                    select d.id from conventions.declaration d join conventions.convention c on c.id = d.convention_id
                     where c.annee < :limite
                    union all
                    select a.id from conventions.avenant a join conventions.convention c on c.id = a.convention_id
                     where c.annee < :limite)
                """,
                "delete from conventions.avenant where convention_id in (select id from conventions.convention where annee < :limite)",
                "delete from conventions.declaration where convention_id in (select id from conventions.convention where annee < :limite)",
                "delete from conventions.convention where annee < :limite",
                "delete from conventions.liste where annee < :limite",
                "delete from conventions.proposition where annee < :limite",
                "delete from conventions.reprise where jour < make_date(:limite, 9, 1)",
                "delete from conventions.succession where jour < make_date(:limite, 9, 1)",
                "delete from conventions.derogation where au < make_date(:limite, 9, 1)",
                "delete from conventions.habilitation where au < make_date(:limite, 9, 1)")) {
            jdbc.sql(sql).param("limite", limite).update();
        }
    }
}
