package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Requests for correction, forgotten three months after their answer, and after a year when nobody answered.
@Component
class RgpdDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteRgpd() {
        return ActiviteDeclaree.of(
                "rgpd",
                () -> new Activite(
                        t("Droits sur les données"),
                        t("Répondre à qui exerce ses droits, et suivre les violations de données."),
                        Base.OBLIGATION,
                        t("Toute personne dont l’ENT garde une donnée"),
                        t("La protection des données, la direction de l’école")));
    }

    static final Duration CONSERVATION = Duration.ofDays(90);

    private static final Duration PREUVE = Duration.ofDays(1095);
    private static final Duration VIOLATIONS = Duration.ofDays(1825);
    private static final Duration SANS_REPONSE = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    RgpdDonneesPersonnelles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "rgpd";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(
                new Traitement(
                                t(
                                        "Ce que vous dites être faux, et la réponse de l’école, effacés trois mois après la réponse"),
                                t("Vous, et la direction de l’école"),
                                CONSERVATION)
                        .of("demandes"),
                new Traitement(
                                t("Les droits que vous exercez, la réponse et ce qui la prouve"),
                                t("Vous, et la protection des données"),
                                PREUVE)
                        .of("droits"),
                new Traitement(t("Les directives sur ce que deviendront vos données"), t("Vous"), CONSERVATION)
                        .of("directives"),
                new Traitement(
                                t("Ce que vous avez fait mettre de côté, ou ne plus compter, avec les dates"),
                                t("Vous, ou la protection des données"),
                                CONSERVATION)
                        .of("reserves"),
                new Traitement(
                        t("Fiches de violation de données : qui les a écrites"),
                        t("La protection des données et la région"),
                        VIOLATIONS));
    }

    @Override
    public int enonces() {
        return 4;
    }

    /// What they asked; what was asked about them, and what they answered, on request only: someone else stands in it.
    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        rows(parts, """
                select case when demandeur_id = :id then 'demandes'
                            when personne_id = :id then 'recues' else 'repondues' end as part,
                       ligne, valeur, juste, demandee_le::text, reponse, mot, repondue_le::text
                  from rgpd.correction
                 where demandeur_id = :id or personne_id = :id or repondue_par = :id
                 order by id
                """, personneId);
        rows(parts, """
                select case when personne_id = :id then 'droits' else 'traites' end as part, droit, texte,
                       recu_le::text, issue, reponse, repondu_le::text
                  from rgpd.droit where personne_id = :id or pris_par = :id or repondu_par = :id order by id
                """, personneId);
        rows(parts, """
                select 'directives' as part, sort, contact, depuis::text, finie_le::text
                  from rgpd.directive where personne_id = :id order by id
                """, personneId);
        rows(parts, """
                select 'reserves' as part, genre, depuis::text, finie_le::text
                  from rgpd.reserve where personne_id = :id order by id
                """, personneId);
        return new LinkedHashMap<>(parts);
    }

    private void rows(Map<String, List<Map<String, Object>>> parts, String sql, UUID personneId) {
        jdbc.sql(sql).param("id", personneId).query().listOfRows().forEach(row -> {
            var held = new LinkedHashMap<>(row);
            parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                    .add(held);
        });
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("demandes", t("Ce que vous avez dit être faux"));
        mots.put("recues", "");
        mots.put("repondues", "");
        mots.put("demandes.demandee_le", t("Demandé le"));
        mots.put("demandes.ligne", "");
        mots.put("demandes.valeur", t("Ce qui était écrit"));
        mots.put("demandes.juste", t("Ce qui serait juste"));
        mots.put("demandes.reponse", t("Réponse"));
        mots.put("demandes.mot", t("Avec ce mot"));
        mots.put("demandes.repondue_le", t("Répondu le"));
        mots.put("droits", t("Droit exercé"));
        mots.put("traites", "");
        mots.put("droits.droit", t("Quoi"));
        mots.put("droits.texte", t("Dans vos mots"));
        mots.put("droits.recu_le", t("Demandé le"));
        mots.put("droits.issue", t("Ce qui a été fait"));
        mots.put("droits.reponse", t("Réponse"));
        mots.put("droits.repondu_le", t("Répondu le"));
        mots.put("reserves", t("Mis de côté, ou pas compté"));
        mots.put("reserves.genre", t("Quoi"));
        mots.put("reserves.depuis", t("Depuis le"));
        mots.put("reserves.finie_le", t("Jusqu’au"));
        mots.put("directives", t("Après votre mort"));
        mots.put("directives.sort", t("Ce que vous demandez"));
        mots.put("directives.contact", t("À qui"));
        mots.put("directives.depuis", t("Depuis le"));
        mots.put("directives.finie_le", t("Jusqu’au"));
        return mots;
    }

    @Override
    public Object shown(String mot, Object valeur) {
        return switch (mot) {
            case "demandes.reponse" -> valeur.equals("CORRIGEE") ? t("corrigé dans ONDE") : t("c’est juste");
            case "droits.droit" -> Droit.valueOf(valeur.toString()).mot();
            case "droits.issue" -> Issue.valueOf(valeur.toString()).mot();
            case "reserves.genre" -> GenreDeReserve.valueOf(valeur.toString()).mot();
            case "directives.sort" ->
                valeur.equals("EFFACER") ? t("tout effacer") : t("remettre une copie, puis effacer");
            default -> valeur;
        };
    }

    @Override
    public void erase(UUID personneId) {
        jdbc.sql("delete from rgpd.correction where personne_id = :id or demandeur_id = :id")
                .param("id", personneId)
                .update();
        // What was answered stays counted, with its dates and without anybody.
        jdbc.sql("delete from rgpd.droit where personne_id = :id and issue is null")
                .param("id", personneId)
                .update();
        jdbc.sql("""
                        update rgpd.droit set personne_id = null, texte = '-', reponse = '-', preuve = '-'
                         where personne_id = :id
                        """).param("id", personneId).update();
        for (var table : List.of("directive", "reserve")) {
            jdbc.sql("delete from rgpd." + table + " where personne_id = :id")
                    .param("id", personneId)
                    .update();
        }
        for (var place : List.of(
                "correction.repondue_par",
                "droit.pris_par",
                "droit.repondu_par",
                "reserve.posee_par",
                "reserve.finie_par",
                "violation.ouverte_par",
                "violation.close_par",
                "violation_note.ecrite_par")) {
            var parts = place.split("\\.", -1);
            jdbc.sql("update rgpd.%s set %2$s = null where %2$s = :id".formatted(parts[0], parts[1]))
                    .param("id", personneId)
                    .update();
        }
    }

    @Override
    public void purge() {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("delete from rgpd.correction where repondue_le < :terme or demandee_le < :vieille")
                .param("terme", now.minus(CONSERVATION))
                .param("vieille", now.minus(SANS_REPONSE))
                .update();
        jdbc.sql("delete from rgpd.droit where repondu_le < :terme")
                .param("terme", now.minus(PREUVE))
                .update();
        for (var table : List.of("directive", "reserve")) {
            jdbc.sql("delete from rgpd." + table + " where finie_le < :terme")
                    .param("terme", now.minus(CONSERVATION))
                    .update();
        }
        for (var closed : List.of(
                "violation_note where violation_id in (select id from rgpd.violation where close_le < :terme)",
                "violation where close_le < :terme")) {
            jdbc.sql("delete from rgpd." + closed)
                    .param("terme", now.minus(VIOLATIONS))
                    .update();
        }
    }
}
