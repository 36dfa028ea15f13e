package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.documents.Documents;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Mots of who wrote them, readings and answers of guardians, and mots to chosen pupils; gone at the end of the school
/// year and a term. What is written for an outing goes the day after it, the ledger of consents a term after its
/// project. A guardian reads their own readings, and nothing of the other's.
@Component
class LiaisonDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteLiaison() {
        return ActiviteDeclaree.of(
                "liaison",
                () -> new Activite(
                        t("Cahier de liaison"),
                        t("Faire passer les mots entre l’école et les familles, et recueillir leurs réponses."),
                        Base.MISSION,
                        t("Élèves, responsables, équipe de l’école"),
                        t("Les familles et l’équipe que chaque mot concerne")));
    }

    /// A key says no school beside its target's id: any will do to make it.
    private static final UUID ANY = new UUID(0, 1);

    private final JdbcClient jdbc;
    private final ReglagesLiaison reglages;
    private final Documents documents;
    private final List<DonneesDUnePartie> parties;
    private final Clock clock;

    LiaisonDonneesPersonnelles(
            JdbcClient jdbc,
            ReglagesLiaison reglages,
            Documents documents,
            List<DonneesDUnePartie> parties,
            Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.documents = documents;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "liaison";
    }

    @Override
    public List<Traitement> describe() {
        var duree = Duration.ofDays(reglages.conservation().toTotalMonths() * 30
                + reglages.conservation().getDays());
        var ofMots = List.of(
                new Traitement(
                                t("Les mots que vous avez écrits aux familles, effacés après l’année scolaire"),
                                t("Vous"),
                                duree)
                        .of("ecrits"),
                new Traitement(
                                t("Quand vous avez lu un mot de l’école\u00a0; son auteur et la direction le voient"),
                                t("L’ENT, quand vous ouvrez le mot"),
                                duree)
                        .of("lectures"),
                new Traitement(t("Les mots que l’école a adressés à vos seuls responsables"), t("L’école"), duree)
                        .of("adresses"),
                new Traitement(
                                t(
                                        "Ce que vous avez répondu à un mot, pour chaque enfant\u00a0; son auteur, l’enseignant et la direction le voient"),
                                t("Vous, ou l’école d’après votre talon"),
                                duree)
                        .of("reponses"),
                new Traitement(
                                t("Vos autorisations d’image, gardées un an après la fin de leur projet"),
                                t("Vous, ou l’école d’après votre talon"),
                                duree)
                        .of("autorisations"),
                new Traitement(
                                t("Ce que vous avez écrit pour le jour d’une sortie, effacé le lendemain"),
                                t("Vous"),
                                Duration.ofDays(1))
                        .of("precautions"),
                new Traitement(t("Quand l’école vous a relancé, ou a imprimé votre talon"), t("L’école"), duree)
                        .of("rappels"),
                new Traitement(
                                t(
                                        "Quand un responsable a répondu pour vous à un mot\u00a0; ce qu’il a dit reste entre lui et l’école"),
                                t("Vos responsables"),
                                duree)
                        .of("sujet"));
        return Stream.concat(ofMots.stream(), parties.stream().flatMap(partie -> partie.describe(duree).stream()))
                .toList();
    }

    @Override
    public int enonces() {
        return 1 + parties.size();
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select 'ecrits' as part, v.titre, v.texte, v.ecrite_le::text as le from liaison.version v
                         where v.auteur_id = :id
                        union all
                        select 'lectures', v.titre, null, l.lu_le::text
                          from liaison.lecture l
                          join liaison.version v on v.mot_id = l.mot_id and v.numero = l.numero
                         where l.personne_id = :id
                        union all
                        select 'reponses', v.titre, concat_ws(' ', lower(r.sens), nullif(r.precision, '')), r.fait_le::text
                          from liaison.reponse r
                          join liaison.version v on v.mot_id = r.mot_id and v.numero = r.numero
                         where r.personne_id = :id
                        union all
                        select 'autorisations', p.finalite, lower(a.sens), a.fait_le::text
                          from liaison.autorisation a join liaison.projet p on p.id = a.projet_id
                         where a.personne_id = :id
                        union all
                        select 'precautions', null, concat_ws(' ', nullif(c.allergies, ''), nullif(c.telephone, '')),
                               c.ecrit_le::text
                          from liaison.precaution c where c.personne_id = :id
                        union all
                        select 'rappels', null, null, x.fait_le::text from liaison.relance x where x.personne_id = :id
                        union all
                        select 'rappels', null, null, x.imprime_le::text from liaison.talon x where x.personne_id = :id
                        union all
                        select 'sujet', null, null, r.fait_le::text from liaison.reponse r where r.eleve_id = :id
                        union all
                        select 'sujet', null, null, a.fait_le::text from liaison.autorisation a where a.eleve_id = :id
                        union all
                        select 'sujet', null, null, c.ecrit_le::text from liaison.precaution c where c.eleve_id = :id
                        union all
                        select 'sujet', null, null, x.imprime_le::text from liaison.talon x where x.eleve_id = :id
                        union all
                        select distinct 'adresses', null, null, m.visible_le::text
                          from liaison.destination d join liaison.mot m on m.id = d.mot_id
                         where d.cle = any(:cles)
                         order by 1, 4
                        """)
                .param("id", personneId)
                .param("cles", cles(List.of(personneId)))
                .query()
                .listOfRows()
                .forEach(row -> {
                    row.computeIfPresent("texte", (_, html) -> new TexteRiche(html.toString()).brut());
                    add(parts, row);
                });
        parties.forEach(partie -> jdbc.sql(partie.export())
                .param("id", personneId)
                .query()
                .listOfRows()
                .forEach(row -> add(parts, row)));
        return new LinkedHashMap<>(parts);
    }

    private static void add(Map<String, List<Map<String, Object>>> parts, Map<String, Object> row) {
        var held = new LinkedHashMap<>(row);
        held.values().removeIf(value -> value == null);
        parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                .add(held);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("ecrits", t("Les mots que vous avez écrits"));
        mots.put("ecrits.titre", t("Titre"));
        mots.put("ecrits.texte", t("Texte"));
        mots.put("ecrits.le", t("Écrit le"));
        mots.put("lectures", t("Les mots que vous avez lus"));
        mots.put("lectures.titre", t("Titre"));
        mots.put("lectures.le", t("Lu le"));
        mots.put("adresses", t("Mots adressés à vos seuls responsables"));
        mots.put("adresses.le", t("Remis le"));
        mots.put("reponses", t("Ce que vous avez répondu"));
        mots.put("reponses.titre", t("Mot"));
        mots.put("reponses.texte", t("Réponse"));
        mots.put("reponses.le", t("Répondu le"));
        mots.put("autorisations", t("Vos autorisations d’image"));
        mots.put("autorisations.titre", t("Projet"));
        mots.put("autorisations.texte", t("Réponse"));
        mots.put("autorisations.le", t("Donnée ou retirée le"));
        mots.put("precautions", t("Ce que vous avez écrit pour une sortie"));
        mots.put("precautions.texte", t("Texte"));
        mots.put("precautions.le", t("Écrit le"));
        mots.put("sujet", t("Quand un responsable a répondu pour vous"));
        mots.put("sujet.le", t("Le"));
        mots.put("rappels", t("Relances et talons"));
        mots.put("rappels.le", t("Fait le"));
        parties.forEach(partie -> mots.putAll(partie.libelles()));
        return mots;
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    /// The mot of an author stays for those who have it, without them; a mot to chosen pupils goes with the last.
    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        jdbc.sql("delete from liaison.lecture where personne_id = any(:ids)")
                .param("ids", ids)
                .update();
        for (var table : List.of("reponse", "precaution", "autorisation", "talon")) {
            jdbc.sql("delete from liaison." + table + " where personne_id = any(:ids) or eleve_id = any(:ids)")
                    .param("ids", ids)
                    .update();
        }
        jdbc.sql("""
                        update liaison.projet p set cles = array(select c from unnest(p.cles) c where c <> all(:cles::text[]))
                         where p.cles && :cles::text[]
                        """).param("cles", cles(personnes)).update();
        jdbc.sql("delete from liaison.relance where personne_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("update liaison.relance set auteur_id = null where auteur_id = any(:ids)")
                .param("ids", ids)
                .update();
        for (var table : List.of("reponse", "autorisation")) {
            jdbc.sql("update liaison." + table + " set saisi_par = null where saisi_par = any(:ids)")
                    .param("ids", ids)
                    .update();
        }
        jdbc.sql("update liaison.version set auteur_id = null where auteur_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("update liaison.mot set auteur_id = null where auteur_id = any(:ids)")
                .param("ids", ids)
                .update();
        var gone = jdbc.sql("""
                        with parties as (delete from liaison.destination where cle = any(:cles) returning mot_id, cle)
                        delete from liaison.mot m
                         where m.id in (select mot_id from parties)
                           and not exists (select 1 from liaison.destination d
                                            where d.mot_id = m.id and d.cle <> all(:cles))
                        returning m.id
                        """)
                .param("cles", cles(personnes))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        documents.forget(PiecesDesMots.SALLE, gone);
        parties.forEach(partie -> partie.erase(personnes));
    }

    private static String[] cles(Collection<UUID> eleves) {
        return eleves.stream()
                .flatMap(eleve -> Stream.of(Qui.RESPONSABLES, Qui.ELEVES)
                        .flatMap(qui -> Public.ofEleves(ANY, List.of(eleve), qui).cles().stream()))
                .map(Cle::valeur)
                .toArray(String[]::new);
    }

    @Override
    public void purge() {
        var today = LocalDate.now(clock);
        int last = AnneeScolaire.of(today).rentree();
        while (!reglages.fin(new AnneeScolaire(last)).isBefore(today)) {
            last--;
        }
        var gone = jdbc.sql("delete from liaison.mot where annee <= :annee returning id")
                .param("annee", last)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        documents.forget(PiecesDesMots.SALLE, gone);
        jdbc.sql("""
                        delete from liaison.precaution c using liaison.sortie s
                         where s.mot_id = c.mot_id and s.jour < :jour
                           and not exists (select 1 from liaison.sortie n
                                            where n.mot_id = s.mot_id and n.numero > s.numero)
                        """).param("jour", today).update();
        jdbc.sql("delete from liaison.projet where au < :jour")
                .param("jour", today.minus(reglages.conservation()))
                .update();
        int derniere = last;
        parties.forEach(partie -> partie.purge(derniere));
    }
}
