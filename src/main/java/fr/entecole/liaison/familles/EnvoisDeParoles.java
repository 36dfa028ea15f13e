package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Membres;
import fr.entecole.direct.Direct;
import fr.entecole.notifications.NouvellesRetirees;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Envois;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a family has said to the school, as it is held and taken back: the school finds it no more, but the head while
/// it is only held.
@Component
class EnvoisDeParoles implements Envois {

    private static final String SENT = """
             p.auteur_id = any(:personnes) and p.retiree_le is null and p.annulee_le is null
             and (p.dite_le >= :depuis or p.changee_le >= :depuis
                  or exists (select 1 from liaison.parole_suite s
                              where s.parole_id = p.id and s.de = 'FAMILLE' and s.ecrite_le >= :depuis))
            """;

    private final JdbcClient jdbc;
    private final LectureDesParoles lecture;
    private final ParolesSignalables paroles;
    private final Membres membres;
    private final NouvellesRetirees retirees;
    private final Direct direct;

    EnvoisDeParoles(
            JdbcClient jdbc,
            LectureDesParoles lecture,
            ParolesSignalables paroles,
            Membres membres,
            NouvellesRetirees retirees,
            Direct direct) {
        this.jdbc = jdbc;
        this.lecture = lecture;
        this.paroles = paroles;
        this.membres = membres;
        this.retirees = retirees;
        this.direct = direct;
    }

    @Override
    public String module() {
        return "liaison";
    }

    @Override
    public String genre() {
        return "parole";
    }

    @Override
    public String phrase(int combien) {
        return t(
                "{0, plural, =0 {aucun mot d’une famille} one {un mot d’une famille à l’école} other {# mots d’une famille à l’école}}",
                combien);
    }

    @Override
    public Portee reach(Auteur auteur, Instant depuis) {
        Map<UUID, UUID> eleves = new LinkedHashMap<>();
        var choses = jdbc.sql("select p.id, p.eleve_id, p.ecole_id from liaison.parole p where" + SENT)
                .params(of(auteur, depuis))
                .query((rs, _) -> {
                    eleves.put(Colonnes.uuid(rs, "eleve_id"), Colonnes.uuid(rs, "ecole_id"));
                    return Colonnes.uuid(rs, "id");
                })
                .list();
        var comptage = membres.count(eleves.entrySet().stream()
                .flatMap(e -> Stream.of(
                        Public.ofEleves(e.getValue(), List.of(e.getKey()), Qui.EQUIPE),
                        Public.ofEcole(e.getValue(), Qui.DIRECTIONS)))
                .distinct()
                .toList());
        return new Portee(choses.size(), comptage.personnels(), seen(choses));
    }

    private Set<UUID> seen(Collection<UUID> choses) {
        return new LinkedHashSet<>(
                jdbc.sql("select distinct personne_id from liaison.parole_vue where parole_id = any(:ids)")
                        .param("ids", choses.toArray(UUID[]::new))
                        .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                        .list());
    }

    @Override
    public List<Envoi> sent(Auteur auteur, Instant depuis, int most) {
        return jdbc
                .sql("select p.id from liaison.parole p where" + SENT
                        + "order by p.dite_le, p.id limit :most for update")
                .params(of(auteur, depuis))
                .param("most", most)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list()
                .stream()
                .flatMap(id -> one(id).stream())
                .toList();
    }

    @Override
    public Optional<Envoi> one(UUID chose) {
        return lecture.one(chose)
                .map(parole -> new Envoi(
                        chose,
                        parole.ecoleId(),
                        parole.auteurId(),
                        parole.auteur(),
                        "/liaison/familles/" + chose,
                        paroles.witness(chose).orElseThrow()));
    }

    @Override
    @Transactional
    public Set<UUID> withdraw(Collection<UUID> choses, Instant now) {
        jdbc.sql("update liaison.parole set retiree_le = :maintenant where id = any(:ids) and retiree_le is null")
                .params(at(choses, now))
                .update();
        retirees.withdraw(SorteFamilles.PAROLE_DE_FAMILLE, choses, t("Quelque chose qui a été retiré"));
        var seen = seen(choses);
        direct.tell(seen, "paroles");
        return seen;
    }

    @Override
    @Transactional
    public void hold(Collection<UUID> choses, Instant now) {
        jdbc.sql("update liaison.parole set masquee_le = :maintenant where id = any(:ids) and masquee_le is null")
                .params(at(choses, now))
                .update();
        direct.tell(seen(choses), "paroles");
    }

    @Override
    public void release(UUID chose, Instant now) {
        jdbc.sql("update liaison.parole set masquee_le = null where id = :id and retiree_le is null")
                .param("id", chose)
                .update();
    }

    @Override
    public void drop(UUID chose, Instant now) {
        withdraw(List.of(chose), now);
    }

    private static Map<String, Object> of(Auteur auteur, Instant depuis) {
        return Map.of("personnes", auteur.personnes().toArray(UUID[]::new), "depuis", Paroles.utc(depuis));
    }

    private static Map<String, Object> at(Collection<UUID> choses, Instant now) {
        return Map.of("ids", choses.toArray(UUID[]::new), "maintenant", Paroles.utc(now));
    }
}
