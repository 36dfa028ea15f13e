package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.cahierdetextes.Rendus.Tampon;
import fr.entecole.documents.Documents;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Work of who gave it, ticks and pieces handed back of pupils, answers of who answered; gone at the end of the school
/// year and a term. Those who answer for a child read what the child ticked and handed back.
@Component
class CahierDeTextesDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteCahierdetextes() {
        return ActiviteDeclaree.of(
                "cahierdetextes",
                () -> new Activite(
                        t("Cahier de textes"),
                        t("Dire le travail fait et à faire, et recevoir ce que les élèves rendent."),
                        Base.MISSION,
                        t("Élèves, responsables, enseignants"),
                        t("La classe, ses familles et ses enseignants")));
    }

    /// A key says no school beside its target's id: any will do to make it.
    private static final UUID ANY = new UUID(0, 1);

    /// Nights enough for a node that was down.
    private static final Duration GONE = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final ReglagesCahierDeTextes reglages;
    private final Documents documents;
    private final Clock clock;

    CahierDeTextesDonneesPersonnelles(
            JdbcClient jdbc, ReglagesCahierDeTextes reglages, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "cahierdetextes";
    }

    @Override
    public List<Traitement> describe() {
        var duree = Duration.ofDays(reglages.conservation().toTotalMonths() * 30
                + reglages.conservation().getDays());
        return List.of(
                new Traitement(
                                t("Ce que vous avez écrit dans les cahiers de textes, effacé après l’année scolaire"),
                                t("Vous"),
                                duree)
                        .of("travaux", "retours"),
                new Traitement(
                                t(
                                        "Le travail coché et rendu\u00a0; la famille et les enseignants de la classe le voient"),
                                t("L’élève"),
                                duree)
                        .of("coches", "remises"),
                new Traitement(t("Le travail donné à cet élève en particulier"), t("L’école"), duree).of("adresses"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select 'travaux' as part, t.matiere, t.texte, t.jour::text as jour, t.ecrit_le::text as le
                          from cahierdetextes.travail t where t.auteur_id = :id
                        union all
                        select 'retours', null, concat_ws(' ', nullif(x.tampon, ''), nullif(x.mot, '')), null,
                               x.donne_le::text
                          from cahierdetextes.retour x where x.auteur_id = :id
                        union all
                        select 'coches', t.matiere, null, t.jour::text, c.faite_le::text
                          from cahierdetextes.coche c join cahierdetextes.travail t on t.id = c.travail_id
                         where c.eleve_id = :id
                        union all
                        select 'remises', t.matiere, r.texte, t.jour::text, r.rendue_le::text
                          from cahierdetextes.remise r join cahierdetextes.travail t on t.id = r.travail_id
                         where r.eleve_id = :id
                        union all
                        select distinct 'adresses', t.matiere, t.texte, t.jour::text, t.publie_le::text
                          from cahierdetextes.destination d join cahierdetextes.travail t on t.id = d.travail_id
                         where d.cle = any(:cles)
                         order by 1, 5
                        """)
                .param("id", personneId)
                .param("cles", cles(List.of(personneId)))
                .query()
                .listOfRows()
                .forEach(row -> {
                    var held = new LinkedHashMap<>(row);
                    held.values().removeIf(value -> value == null);
                    parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                            .add(held);
                });
        return new LinkedHashMap<>(parts);
    }

    @Override
    public Map<String, Object> exportForGuardian(UUID eleveId, Set<UUID> responsables) {
        return export(eleveId);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("travaux", t("Ce que vous avez écrit dans les cahiers de textes"));
        mots.put("travaux.matiere", t("Matière"));
        mots.put("travaux.texte", t("Texte"));
        mots.put("travaux.jour", t("Jour"));
        mots.put("travaux.le", t("Écrit le"));
        mots.put("retours", t("Vos réponses à ce que les élèves ont rendu"));
        mots.put("retours.texte", t("Tampon ou mot"));
        mots.put("retours.le", t("Écrit le"));
        mots.put("coches", t("Le travail coché"));
        mots.put("coches.matiere", t("Matière"));
        mots.put("coches.jour", t("Pour le"));
        mots.put("coches.le", t("Coché le"));
        mots.put("remises", t("Le travail rendu"));
        mots.put("remises.matiere", t("Matière"));
        mots.put("remises.texte", t("Texte"));
        mots.put("remises.jour", t("Pour le"));
        mots.put("remises.le", t("Rendu le"));
        mots.put("adresses", t("Le travail donné en particulier"));
        mots.put("adresses.matiere", t("Matière"));
        mots.put("adresses.texte", t("Texte"));
        mots.put("adresses.jour", t("Pour le"));
        mots.put("adresses.le", t("Donné le"));
        return mots;
    }

    /// A stamp by its words.
    @Override
    public Object shown(String mot, Object valeur) {
        var text = valeur.toString();
        return mot.equals("retours.texte")
                ? Arrays.stream(Tampon.values())
                        .filter(tampon -> text.equals(tampon.name()) || text.startsWith(tampon.name() + " "))
                        .findFirst()
                        .map(tampon ->
                                tampon.libelle() + text.substring(tampon.name().length()))
                        .orElse(text)
                : valeur;
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    /// Work stays for those who have it, without its author; work for chosen pupils goes with the last.
    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        jdbc.sql("update cahierdetextes.travail set auteur_id = null where auteur_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("update cahierdetextes.retour set auteur_id = null where auteur_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("delete from cahierdetextes.coche where eleve_id = any(:ids)")
                .param("ids", ids)
                .update();
        forget("delete from cahierdetextes.remise where eleve_id = any(:ids) returning id", Map.of("ids", ids));
        forget("""
                with parties as (
                    delete from cahierdetextes.destination where cle = any(:cles) returning travail_id)
                delete from cahierdetextes.travail t
                 where t.id in (select travail_id from parties)
                   and not exists (select 1 from cahierdetextes.destination d
                                    where d.travail_id = t.id and d.cle <> all(:cles))
                returning t.id
                """, Map.of("cles", cles(personnes)));
    }

    private void forget(String sql, Map<String, ?> of) {
        documents.forget(
                PiecesDuCahier.SALLE,
                jdbc.sql(sql)
                        .params(of)
                        .query((rs, _) -> Colonnes.uuid(rs, "id"))
                        .list());
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
        forgetWhatGoesWithWhatIsGone();
        var today = LocalDate.now(clock);
        int last = AnneeScolaire.of(today).rentree();
        while (!reglages.fin(new AnneeScolaire(last)).isBefore(today)) {
            last--;
        }
        Map<String, Object> of = Map.of("annee", last);
        forget("""
                delete from cahierdetextes.remise r using cahierdetextes.travail t, cahierdetextes.cahier c
                 where t.id = r.travail_id and c.classe_id = t.classe_id and c.annee <= :annee returning r.id
                """, of);
        forget("""
                delete from cahierdetextes.travail t using cahierdetextes.cahier c
                 where c.classe_id = t.classe_id and c.annee <= :annee returning t.id
                """, of);
        jdbc.sql("delete from cahierdetextes.cahier where annee <= :annee")
                .params(of)
                .update();
    }

    /// What was attached to work that a teacher took away stays as long as they may put it back.
    private void forgetWhatGoesWithWhatIsGone() {
        forget(
                "select id from cahierdetextes.travail where masque_le is null and retire_le between :depuis and :jusque",
                Map.of(
                        "jusque", CahierDeTextes.utc(clock.instant().minus(Dons.UNDO)),
                        "depuis", CahierDeTextes.utc(clock.instant().minus(GONE))));
    }
}
