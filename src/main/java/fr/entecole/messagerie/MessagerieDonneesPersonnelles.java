package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.documents.Documents;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people have written goes with its term; who is forgotten leaves their words to those who have them, without
/// them.
@Component
class MessagerieDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteMessagerie() {
        return ActiviteDeclaree.of(
                "messagerie",
                () -> new Activite(
                        t("Messagerie"),
                        t("Échanger entre l’école, les familles et les élèves."),
                        Base.MISSION,
                        t("Élèves, responsables, équipe de l’école"),
                        t("Les participants de chaque conversation")));
    }

    private final JdbcClient jdbc;
    private final ReglagesMessagerie reglages;
    private final Documents documents;
    private final PurgeDesMessages purge;
    private final Clock clock;

    MessagerieDonneesPersonnelles(
            JdbcClient jdbc, ReglagesMessagerie reglages, Documents documents, PurgeDesMessages purge, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.documents = documents;
        this.purge = purge;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "messagerie";
    }

    @Override
    public List<Traitement> describe() {
        var duree = days(reglages.conservation());
        return List.of(
                new Traitement(t("Les messages que vous avez écrits"), t("Vous"), duree).of("ecrits"),
                new Traitement(
                                t(
                                        "Les messages que vous avez reçus, et quand vous les avez lus\u00a0; leur auteur le voit"),
                                t("Ceux qui vous écrivent, et l’ENT quand vous lisez"),
                                duree)
                        .of("recus"),
                new Traitement(
                                t("Les conversations que vous avez classées, et pourquoi"),
                                t("Vous"),
                                days(reglages.classes()))
                        .of("classes"),
                new Traitement(t("Vos absences affichées"), t("Vous"), days(PurgeDesMessages.ABSENCES)).of("absences"),
                new Traitement(t("Votre signature, et si d’autres parents peuvent vous voir"), t("Vous"), duree)
                        .of("choix"),
                new Traitement(
                                t(
                                        "Quand quelqu’un a écrit à l’école à votre sujet, ou l’école à vos responsables\u00a0; quand un message que vous aviez lu a été retiré"),
                                t("L’ENT"),
                                duree)
                        .of("sujet"),
                new Traitement(
                                t("Ce que vous avez décidé\u00a0: règles, messages d’élèves relus ou rendus"),
                                t("Vous"),
                                days(PurgeDesMessages.REGLES))
                        .of("decisions", "rendus"));
    }

    private static Duration days(Period period) {
        return Duration.ofDays(period.toTotalMonths() * 30 + period.getDays());
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select 'ecrits' as part, c.objet, m.texte, m.ecrit_le::text as le
                          from messagerie.message m join messagerie.conversation c on c.id = m.conversation_id
                         where m.auteur_id = :id
                        union all
                        select 'recus', c.objet, null, p.lu_le::text
                          from messagerie.participant p join messagerie.conversation c on c.id = p.conversation_id
                         where p.personne_id = :id and c.auteur_id is distinct from :id
                        union all
                        select 'classes', c.objet, concat_ws(', ', d.nom, p.classe_motif), p.garde_le::text
                          from messagerie.participant p join messagerie.conversation c on c.id = p.conversation_id
                          left join messagerie.dossier d on d.id = p.dossier_id
                         where p.personne_id = :id and p.garde_le is not null
                        union all
                        select 'classes', d.nom, null, d.cree_le::text from messagerie.dossier d where d.personne_id = :id
                        union all
                        select 'absences', null, a.texte, a.posee_le::text from messagerie.absence a
                         where a.personne_id = :id
                        union all
                        select 'choix', null, x.signature, x.visible_le::text from messagerie.choix x
                         where x.personne_id = :id
                        union all
                        select 'sujet', null, null, c.ouverte_le::text from messagerie.conversation c
                         where c.eleves @> array[:id::uuid]
                        union all
                        select 'sujet', null, null, p.dernier_le::text from messagerie.participant p
                         where p.eleves @> array[:id::uuid]
                        union all
                        select 'sujet', null, null, v.retire_le::text from messagerie.lecture_retiree x
                          join messagerie.message v on v.id = x.message_id where x.personne_id = :id
                        union all
                        select 'decisions', null, null, g.posee_le::text from messagerie.regle g where g.posee_par = :id
                        union all
                        select 'decisions', null, r.motif, r.decidee_le::text from messagerie.retenue r
                         where r.decidee_par = :id
                        union all
                        select 'rendus', null, r.motif, r.retenue_le::text from messagerie.retenue r where r.eleve_id = :id
                         order by 1, 4
                        """).param("id", personneId).query().listOfRows().forEach(row -> {
            if ("ecrits".equals(row.get("part"))) {
                row.computeIfPresent("texte", (_, html) -> new TexteRiche(html.toString()).brut());
            }
            var held = new LinkedHashMap<>(row);
            held.values().removeIf(Objects::isNull);
            parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                    .add(held);
        });
        return new LinkedHashMap<>(parts);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("ecrits", t("Les messages que vous avez écrits"));
        mots.put("ecrits.objet", t("Objet"));
        mots.put("ecrits.texte", t("Message"));
        mots.put("ecrits.le", t("Écrit le"));
        mots.put("recus", t("Les messages que vous avez reçus"));
        mots.put("recus.objet", t("Objet"));
        mots.put("recus.le", t("Lu le"));
        mots.put("classes", t("Ce que vous avez classé"));
        mots.put("classes.objet", t("Objet ou dossier"));
        mots.put("classes.texte", t("Pourquoi"));
        mots.put("classes.le", t("Classé le"));
        mots.put("absences", t("Vos absences affichées"));
        mots.put("absences.texte", t("Votre mot"));
        mots.put("absences.le", t("Affichée le"));
        mots.put("choix", t("Vos réglages de messagerie"));
        mots.put("choix.texte", t("Signature"));
        mots.put("choix.le", t("Visible des autres parents depuis le"));
        mots.put("sujet", t("Messages à votre sujet"));
        mots.put("sujet.le", t("Le"));
        mots.put("decisions", t("Ce que vous avez décidé"));
        mots.put("decisions.texte", t("Votre mot"));
        mots.put("decisions.le", t("Le"));
        mots.put("rendus", t("Vos messages relus"));
        mots.put("rendus.texte", t("Mot de la personne qui a relu"));
        mots.put("rendus.le", t("Écrit le"));
        return mots;
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    @Override
    @Transactional
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        for (var table : List.of("dossier", "absence", "choix", "lecture_retiree")) {
            jdbc.sql("delete from messagerie." + table + " where personne_id = any(:ids)")
                    .param("ids", ids)
                    .update();
        }
        for (var column : List.of(
                "message.auteur_id",
                "conversation.auteur_id",
                "conversation.repondant_id",
                "retenue.eleve_id",
                "retenue.decidee_par",
                "regle.posee_par")) {
            var parts = column.split("\\.");
            jdbc.sql("update messagerie." + parts[0] + " set " + parts[1] + " = null where " + parts[1]
                            + " = any(:ids)")
                    .param("ids", ids)
                    .update();
        }
        for (var table : List.of("conversation", "participant")) {
            jdbc.sql("update messagerie." + table
                            + " set eleves = array(select e from unnest(eleves) e where e <> all(:ids))"
                            + " where eleves && :ids")
                    .param("ids", ids)
                    .update();
        }
        eraseFromWaiting(Set.copyOf(personnes));
        var left = jdbc.sql(
                        "delete from messagerie.participant where personne_id = any(:ids) returning conversation_id")
                .param("ids", ids)
                .query((rs, _) -> Colonnes.uuid(rs, "conversation_id"))
                .list();
        dropEmpty(left);
    }

    /// What waits for its hour names people by their ids.
    private void eraseFromWaiting(Set<UUID> personnes) {
        var waiting = jdbc.sql("""
                        select id, pour from messagerie.message where remis_le is null and annule_le is null and pour <> '{}'
                        """)
                .query((rs, _) -> Map.entry(Colonnes.uuid(rs, "id"), Colonnes.strings(rs, "pour")))
                .list();
        for (var message : waiting) {
            var kept = message.getValue().stream()
                    .flatMap(code -> Public.parse(code).stream())
                    .flatMap(pour -> without(pour, personnes))
                    .map(Public::code)
                    .toList();
            if (!kept.equals(message.getValue())) {
                jdbc.sql("""
                                update messagerie.message
                                   set pour = :pour, annule_le = case when :rien then :now::timestamptz end
                                 where id = :id
                                """)
                        .param("pour", kept.toArray(String[]::new))
                        .param("rien", kept.isEmpty())
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", message.getKey())
                        .update();
            }
        }
    }

    private static Stream<Public> without(Public pour, Set<UUID> personnes) {
        if (pour.etendue() != Etendue.PERSONNES && pour.etendue() != Etendue.ELEVES) {
            return Stream.of(pour);
        }
        var left = Stream.of(pour.ids())
                .filter(id -> !personnes.contains(id))
                .map(UUID::toString)
                .collect(Collectors.toSet());
        return left.isEmpty() ? Stream.of() : Stream.of(new Public(pour.etendue(), pour.qui(), pour.ecoleId(), left));
    }

    /// Conversations that nobody is in any more.
    private void dropEmpty(Collection<UUID> conversations) {
        var ids = Set.copyOf(conversations).toArray(UUID[]::new);
        var messages = jdbc.sql("""
                        select m.id from messagerie.message m
                         where m.conversation_id = any(:ids)
                           and not exists (select 1 from messagerie.participant p where p.conversation_id = m.conversation_id)
                        """)
                .param("ids", ids)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        documents.forget(PiecesDesMessages.SALLE, messages);
        jdbc.sql("""
                        delete from messagerie.conversation c
                         where c.id = any(:ids)
                           and not exists (select 1 from messagerie.participant p where p.conversation_id = c.id)
                        """).param("ids", ids).update();
    }

    @Override
    public void purge() {
        purge.run();
    }
}
