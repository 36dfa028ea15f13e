package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Devices go ninety days after their last entry, the rest a year after its end. Who has stopped or decided something
/// is taken out of it when they are forgotten; who was stopped, with the whole of it.
@Component
class SureteDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteSurete() {
        return ActiviteDeclaree.of(
                "surete",
                () -> new Activite(
                        t("Sûreté des envois"),
                        t("Arrêter un compte volé et retenir ce qui partirait à beaucoup."),
                        Base.MISSION,
                        t("Toute personne qui peut écrire"),
                        t("La direction de l’école, la région")));
    }

    private final JdbcClient jdbc;
    private final ReglagesSurete reglages;
    private final Clock clock;

    SureteDonneesPersonnelles(JdbcClient jdbc, ReglagesSurete reglages, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "surete";
    }

    @Override
    public List<Traitement> describe() {
        var year = Duration.ofDays(reglages.conservation().toTotalMonths() * 31
                + reglages.conservation().getDays());
        return List.of(
                new Traitement(
                                t("Les appareils où votre compte est entré, par une marque qui ne dit rien d’eux"),
                                t("Vous"),
                                reglages.appareils())
                        .of("appareils"),
                new Traitement(
                                t("Les pauses de vos envois, et ce qui a été retenu"),
                                t("L’école, la région ou vous"),
                                year)
                        .of("pauses"),
                new Traitement(t("Les envois retirés que vous aviez lus"), t("L’ENT"), year).of("lus"),
                new Traitement(t("Ce que vous avez décidé des envois d’autres personnes"), t("Vous"), year)
                        .of("decides"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select 'appareils' as part, vu_le::text as le, entre_le::text as jusque, null::text as motif
                          from surete.appareil where personne_id = :id
                        union all
                        select 'pauses', arrete_le::text, fini_le::text, motif from surete.arret where personne_id = :id
                        union all
                        select 'pauses', pose_le::text, coalesce(decide_le, jusque)::text, motif
                          from surete.sursis where auteur_id = :id
                        union all
                        select 'pauses', du::text, au::text, motif from surete.requisition where personne_id = :id
                        union all
                        select 'lus', a.retire_le::text, null, null
                          from surete.lecteur l join surete.arret a on a.id = l.arret_id where l.personne_id = :id
                        union all
                        select 'decides', arrete_le::text, fini_le::text, motif from surete.arret where par_id = :id
                        union all
                        select 'decides', pose_le::text, fini_le::text, motif from surete.gel where par_id = :id
                        union all
                        select 'decides', pose_le::text, des_le::text, null from surete.palier where par_id = :id
                        union all
                        select 'decides', pose_le::text, decide_le::text, motif from surete.sursis where par_id = :id
                        union all
                        select 'decides', pose_le::text, remplace_le::text, null from surete.seuil where par_id = :id
                        union all
                        select 'decides', demandee_le::text, coalesce(accordee_le, refusee_le)::text, motif
                          from surete.requisition where demandee_par = :id or accordee_par = :id
                         order by 1, 2
                        """).param("id", personneId).query().listOfRows().forEach(row -> {
            var held = new LinkedHashMap<>(row);
            held.values().removeIf(value -> value == null || "".equals(value));
            parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                    .add(held);
        });
        return new LinkedHashMap<>(parts);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("appareils", t("Les appareils où vous êtes entré"));
        mots.put("appareils.le", t("La première fois"));
        mots.put("appareils.jusque", t("La dernière fois"));
        mots.put("pauses", t("Vos envois mis en pause ou en attente"));
        mots.put("pauses.le", t("Depuis"));
        mots.put("pauses.jusque", t("Jusqu’à"));
        mots.put("pauses.motif", t("Raison"));
        mots.put("lus", t("Des envois retirés que vous aviez lus"));
        mots.put("lus.le", t("Retirés le"));
        mots.put("decides", t("Ce que vous avez décidé des envois"));
        mots.put("decides.le", t("Depuis"));
        mots.put("decides.jusque", t("Jusqu’à"));
        mots.put("decides.motif", t("Raison"));
        return mots;
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        for (var sql : List.of(
                "delete from surete.appareil where personne_id = any(:ids)",
                "delete from surete.sursis where auteur_id = any(:ids)",
                "delete from surete.lecteur where personne_id = any(:ids)",
                "delete from surete.requisition where personne_id = any(:ids)",
                "delete from surete.arret where personne_id = any(:ids)",
                "update surete.arret set par_id = null where par_id = any(:ids)",
                "update surete.gel set par_id = null where par_id = any(:ids)",
                "update surete.palier set par_id = null where par_id = any(:ids)",
                "update surete.sursis set par_id = null where par_id = any(:ids)",
                "update surete.seuil set par_id = null where par_id = any(:ids)",
                "update surete.requisition set demandee_par = null, demandee_compte = null where demandee_par = any(:ids)",
                "update surete.requisition set accordee_par = null, accordee_compte = null where accordee_par = any(:ids)")) {
            jdbc.sql(sql).param("ids", ids).update();
        }
    }

    @Override
    public void purge() {
        var now = OffsetDateTime.now(clock);
        var limite = now.minus(reglages.conservation());
        jdbc.sql("delete from surete.appareil where entre_le < :limite")
                .param("limite", now.minus(reglages.appareils()))
                .update();
        for (var sql : List.of(
                "delete from surete.sursis where coalesce(decide_le, jusque) < :limite",
                "delete from surete.arret where fini_le < :limite",
                "delete from surete.gel where fini_le < :limite",
                "delete from surete.seuil where remplace_le < :limite",
                "delete from surete.requisition where demandee_le < :limite")) {
            jdbc.sql(sql).param("limite", limite).update();
        }
    }
}
