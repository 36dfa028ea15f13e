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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Mots of who wrote them, readings of who has read, and mots to chosen pupils; gone at the end of the school year and
/// a term. A guardian reads their own readings, and nothing of the other's.
@Component
class LiaisonDonneesPersonnelles implements DonneesPersonnelles {

    /// A key says no school beside its target's id: any will do to make it.
    private static final UUID ANY = new UUID(0, 1);

    private final JdbcClient jdbc;
    private final ReglagesLiaison reglages;
    private final Documents documents;
    private final List<DonneesDUneSalle> salles;
    private final Clock clock;

    LiaisonDonneesPersonnelles(
            JdbcClient jdbc,
            ReglagesLiaison reglages,
            Documents documents,
            List<DonneesDUneSalle> salles,
            Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.documents = documents;
        this.salles = List.copyOf(salles);
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
        var all = new ArrayList<>(List.of(
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
                        .of("adresses")));
        salles.forEach(salle -> all.addAll(salle.describe(duree)));
        return all;
    }

    @Override
    public int enonces() {
        return 1 + salles.size();
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
                    var held = new LinkedHashMap<>(row);
                    held.values().removeIf(value -> value == null);
                    held.computeIfPresent("texte", (_, html) -> new TexteRiche(html.toString()).brut());
                    parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                            .add(held);
                });
        Map<String, Object> all = new LinkedHashMap<>(parts);
        salles.forEach(salle -> all.putAll(salle.export(personneId)));
        return all;
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
        salles.forEach(salle -> mots.putAll(salle.libelles()));
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
        salles.forEach(salle -> salle.erase(personnes));
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
        int derniere = last;
        salles.forEach(salle -> salle.purge(derniere));
    }
}
