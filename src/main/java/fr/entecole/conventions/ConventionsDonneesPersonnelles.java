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
            "parametres", "declaration", "avenant", "fait", "acte", "derogation", "titre", "paiement", "contestation");

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
    }

    @Override
    public void purge() {
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
                "delete from conventions.contestation where titre_id in (select id from conventions.titre where annee < :limite)",
                "delete from conventions.paiement where titre_id in (select id from conventions.titre where annee < :limite)",
                "delete from conventions.titre where annee < :limite",
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
                "delete from conventions.derogation where au < make_date(:limite, 9, 1)")) {
            jdbc.sql(sql).param("limite", limite).update();
        }
    }
}
