package fr.entecole.messagerie;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Membres.Joignable;
import fr.entecole.direct.Direct;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.Nouvelles.Deposee;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Questions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts a message into the boxes of those for whom it is: who they are is asked of the directory at that instant, row
/// by row. One transaction: boxes, bell and message stand together, or it is delivered later.
@Component
public class RemiseDesMessages {

    private static final int AT_ONCE = 500;
    private static final int TITLE = 150;

    private final JdbcClient jdbc;
    private final Membres membres;
    private final Nouvelles nouvelles;
    private final Direct direct;
    private final ApplicationEventPublisher events;

    RemiseDesMessages(
            JdbcClient jdbc, Membres membres, Nouvelles nouvelles, Direct direct, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.membres = membres;
        this.nouvelles = nouvelles;
        this.direct = direct;
        this.events = events;
    }

    /// @return false when it is not to be delivered now, or another node does it
    @Transactional
    public boolean deliver(UUID id, Instant now) {
        return deliver(List.of(id), now) > 0;
    }

    /// Several together, in as many statements as one where their readers stand in the conversation already: of what
    /// waited for the morning most are answers, or are for people who are named.
    ///
    /// @param ids each of another conversation
    /// @return how many; the others are not to be delivered now, or another node does it
    @Transactional
    int deliver(List<UUID> ids, Instant now) {
        var dues = locked(ids, now);
        if (!dues.isEmpty()) {
            dues.stream().filter(due -> !due.pour.isEmpty()).forEach(due -> enter(due, now));
            deliverLocked(dues, now);
        }
        return dues.size();
    }

    private List<Due> locked(List<UUID> ids, Instant now) {
        return jdbc.sql("""
                        select m.id, m.conversation_id, m.ecole_id, m.auteur_id, m.pour, c.objet
                          from messagerie.message m join messagerie.conversation c on c.id = m.conversation_id
                         where m.id = any(:ids) and m.remis_le is null and m.annule_le is null and not m.retenu
                           and m.remettre_le <= :now
                         order by m.remettre_le, m.id
                           for no key update of m, c skip locked
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Correspondance.utc(now))
                .query((rs, _) -> new Due(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "conversation_id"),
                        Colonnes.uuid(rs, "ecole_id"),
                        rs.getObject("auteur_id", UUID.class),
                        Colonnes.strings(rs, "pour"),
                        rs.getString("objet")))
                .list();
    }

    private void deliverLocked(List<Due> dues, Instant now) {
        jdbc.sql("update messagerie.message set remis_le = :now, pour = '{}' where id = any(:ids)")
                .param("now", Correspondance.utc(now))
                .param("ids", dues.stream().map(Due::id).toArray(UUID[]::new))
                .update();
        var conversations = dues.stream().map(Due::conversation).toArray(UUID[]::new);
        var auteurs = dues.stream().map(Due::auteur).toArray(UUID[]::new);
        Map<UUID, List<Lecteur>> told = new HashMap<>();
        jdbc.sql("""
                        update messagerie.participant p set dernier_le = :now, non_lus = non_lus + 1, classe_le = null
                          from unnest(:conversations::uuid[], :auteurs::uuid[]) d (conversation, auteur)
                         where p.conversation_id = d.conversation and p.personne_id is distinct from d.auteur
                        returning p.conversation_id, p.personne_id, p.nature
                        """)
                .param("now", Correspondance.utc(now))
                .param("conversations", conversations)
                .param("auteurs", auteurs)
                .query(rs -> {
                    told.computeIfAbsent(Colonnes.uuid(rs, "conversation_id"), _ -> new ArrayList<>())
                            .add(new Lecteur(Colonnes.uuid(rs, "personne_id"), Nature.valueOf(rs.getString("nature"))));
                });
        jdbc.sql("""
                        update messagerie.participant p set dernier_le = :now, lu_le = :now
                          from unnest(:conversations::uuid[], :auteurs::uuid[]) d (conversation, auteur)
                         where p.conversation_id = d.conversation and p.personne_id = d.auteur
                        """)
                .param("now", Correspondance.utc(now))
                .param("conversations", conversations)
                .param("auteurs", auteurs)
                .update();
        ring(dues, told, now);
        var answers = dues.stream()
                .filter(due -> due.pour.isEmpty() && due.auteur != null)
                .collect(Collectors.toMap(Due::conversation, due -> Objects.requireNonNull(due.auteur)));
        if (!answers.isEmpty()) {
            events.publishEvent(new Questions.Repondues(answers, now));
        }
        var open = told.values().stream()
                .flatMap(List::stream)
                .map(Lecteur::personne)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        dues.stream().map(Due::auteur).filter(Objects::nonNull).forEach(open::add);
        direct.tell(open, Correspondance.MOT);
    }

    /// People who are named one by one stand in the conversation from the beginning, for its author to see whom they
    /// have chosen; nothing of it is theirs to read before it is delivered, and they are asked for again then.
    void announce(UUID conversation, UUID ecole, UUID auteur, List<Public> pour, Instant now) {
        if (pour.stream().allMatch(p -> p.etendue() == Etendue.PERSONNES || p.etendue() == Etendue.ELEVES)) {
            enter(
                    new Due(
                            conversation,
                            conversation,
                            ecole,
                            auteur,
                            pour.stream().map(Public::code).toList(),
                            ""),
                    now);
        }
    }

    private void enter(Due due, Instant now) {
        var lot = new Lot(due, Correspondance.utc(now));
        due.pour.forEach(code -> Public.parse(code).ifPresent(pour -> membres.each(pour, lot::add)));
        lot.give();
        jdbc.sql("""
                        update messagerie.conversation c
                           set participants = n.tous, familles = n.familles
                          from (select count(*) as tous, count(*) filter (where nature <> 'PERSONNEL') as familles
                                  from messagerie.participant where conversation_id = :id) n
                         where c.id = :id
                        """).param("id", due.conversation).update();
    }

    /// One line in the bell for each conversation, new again with each message.
    private void ring(List<Due> dues, Map<UUID, List<Lecteur>> told, Instant now) {
        var again = dues.stream()
                .filter(due -> due.pour.isEmpty())
                .map(Due::conversation)
                .toList();
        if (!again.isEmpty()) {
            nouvelles.cancel(SorteMessagerie.MESSAGE, again);
        }
        List<Deposee> news = new ArrayList<>();
        for (var due : dues) {
            var publics = publics(due.ecole, told.getOrDefault(due.conversation, List.of()));
            if (!publics.isEmpty()) {
                news.add(new Deposee(due.auteur, nouvelle(due, publics)));
            }
        }
        if (!news.isEmpty()) {
            nouvelles.deposit(news, now);
        }
    }

    private static Nouvelle nouvelle(Due due, List<Public> publics) {
        return new Nouvelle(
                SorteMessagerie.MESSAGE,
                due.conversation,
                publics,
                "/messagerie/conversations/" + due.conversation,
                due.objet.length() <= TITLE ? due.objet : due.objet.substring(0, TITLE - 1) + "…");
    }

    private static List<Public> publics(UUID ecole, List<Lecteur> told) {
        Map<Nature, List<UUID>> byNature = new EnumMap<>(Nature.class);
        told.forEach(lecteur ->
                byNature.computeIfAbsent(lecteur.nature, _ -> new ArrayList<>()).add(lecteur.personne));
        List<Public> publics = new ArrayList<>();
        byNature.forEach((nature, people) -> {
            for (int i = 0; i < people.size(); i += AT_ONCE) {
                publics.add(Public.ofPersonnes(
                        ecole, people.subList(i, Math.min(i + AT_ONCE, people.size())), Cote.qui(nature)));
            }
        });
        return publics;
    }

    private record Due(
            UUID id,
            UUID conversation,
            UUID ecole,
            @Nullable UUID auteur,
            List<String> pour,
            String objet) {}

    private record Lecteur(UUID personne, Nature nature) {}

    /// Readers on their way: an account once, under the first number by which it is met; a child who does not read yet
    /// has no box, and neither has who is kept out.
    private final class Lot {

        private final Due due;
        private final OffsetDateTime now;
        private final Map<UUID, UUID> known = new HashMap<>();
        private final List<UUID> personnes = new ArrayList<>();
        private final List<String> natures = new ArrayList<>();
        private final List<@Nullable UUID> eleves = new ArrayList<>();

        private Lot(Due due, OffsetDateTime now) {
            this.due = due;
            this.now = now;
        }

        private void add(Joignable joignable) {
            var membre = joignable.membre();
            if (membre.ecarte() || membre.organisme() || membre.nature() == Nature.AGENT) {
                return;
            }
            var personne = membre.nature() == Nature.RESPONSABLE
                    ? known.computeIfAbsent(joignable.quelquUn(), _ -> membre.personneId())
                    : membre.personneId();
            if (personne.equals(due.auteur)) {
                return;
            }
            personnes.add(personne);
            natures.add(membre.nature().name());
            eleves.add(membre.nature() == Nature.RESPONSABLE ? membre.eleveId() : null);
            if (personnes.size() == AT_ONCE) {
                give();
            }
        }

        private void give() {
            if (personnes.isEmpty()) {
                return;
            }
            jdbc.sql("""
                            insert into messagerie.participant as p
                                   (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le, non_lus)
                            select :conversation, l.personne, :ecole, min(l.nature),
                                   coalesce(array_agg(distinct l.eleve) filter (where l.eleve is not null), '{}'), :now, 0
                              from unnest(:personnes::uuid[], :natures::text[], :eleves::uuid[]) l (personne, nature, eleve)
                             where l.nature <> 'ELEVE'
                                or not exists (select 1 from annuaire.present e
                                                where e.eleve_id = l.personne and e.ecole_id = :ecole
                                                  and annuaire.petit(e.niveau))
                             group by l.personne
                            on conflict (conversation_id, personne_id) do update
                               set eleves = array(select distinct e from unnest(p.eleves || excluded.eleves) e)
                            """)
                    .param("conversation", due.conversation)
                    .param("ecole", due.ecole)
                    .param("now", now)
                    .param("personnes", personnes.toArray(UUID[]::new))
                    .param("natures", natures.toArray(String[]::new))
                    .param("eleves", eleves.toArray(UUID[]::new))
                    .update();
            personnes.clear();
            natures.clear();
            eleves.clear();
        }
    }
}
