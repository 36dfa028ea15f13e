package fr.entecole.liaison.familles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeLaMaison;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.messagerie.RemiseDesMessages;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Samira Benali asks something of Inès: where the school lets families write to teachers, her question is a message to
/// Claire Estève, and her own page says where it stands.
@MondeTest
class QuestionsDesFamillesWebTests {

    /// A Tuesday of class, at ten.
    private static final LocalDateTime JOUR = LocalDateTime.of(2027, 3, 16, 10, 0);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    RemiseDesMessages remise;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID ines;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = visites.responsable("700101");
        ines = visites.eleve("500101");
        jdbc.sql("delete from liaison.parole").update();
        Messages.open(jdbc);
        at(JOUR);
    }

    @AfterEach
    void asBefore() {
        ((HorlogeDeLaMaison) clock).putBack();
        jdbc.sql("delete from liaison.parole").update();
        Messages.open(jdbc);
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void isReadByWhoTeachesTheChildAloneAndNotByTheOtherGuardianNorTheHead() {
        assertThat(visites.page(samira, "/liaison/familles/nouveau?quoi=question&enfant=" + ines))
                .contains("Les enseignants de l’enfant, dans vos messages", "Tout de suite")
                .doesNotContain("Les enseignants de l’enfant et la direction");
        var parole = ask("Y a-t-il piscine ?");
        var talk = conversation(parole);
        assertThat(talk).isNotNull();
        var there = "/messagerie/conversations/" + talk;
        for (var stranger : List.of(visites.responsable("700102"), castans, ines, visites.personnel("11", "300105"))) {
            assertThat(visites.get(stranger, there)).hasStatus(404);
            assertThat(visites.get(stranger, path(parole))).hasStatus(404);
        }
        assertThat(visites.get(esteve, path(parole)))
                .as("it is among her messages")
                .hasStatus(404);
        assertThat(visites.page(esteve, "/liaison/familles")).doesNotContain("Inès : une question");
        assertThat(visites.page(esteve, "/messagerie")).contains("Inès : une question");
        assertThat(visites.page(esteve, there)).contains("Y a-t-il piscine ?", "Samira Benali");
        assertThat(deposits("parole-de-famille", parole))
                .as("one bell, the message’s")
                .isZero();
        assertThat(deposits("message", talk)).isOne();
    }

    @Test
    void saysToItsAuthorWhoHasSeenItAndThatItIsAnswered() {
        var parole = ask("Y a-t-il cantine ?");
        var there = "/messagerie/conversations/" + conversation(parole);
        assertThat(visites.page(samira, path(parole) + "?fait=dit"))
                .contains("C’est remis", there, "Lire la conversation", "Remis")
                .doesNotContain("Vu par", "/changement", "Ajouter quelque chose");
        visites.page(samira, there);
        assertThat(visites.page(samira, path(parole)))
                .as("her own look is none")
                .doesNotContain("Vu par");
        visites.page(esteve, there);
        assertThat(visites.page(samira, path(parole))).contains("Vu par Claire Estève");
        assertThat(visites.page(samira, "/liaison/familles")).contains("Vu par Claire Estève");
        assertThat(answer(samira, there, "J’ajoute ceci.")).isEqualTo(303);
        assertThat(visites.page(samira, path(parole)))
                .as("going on is no answer")
                .doesNotContain("Répondu");
        assertThat(answer(esteve, there, "Oui, mardi.")).isEqualTo(303);
        assertThat(visites.page(samira, path(parole))).contains("Répondu").doesNotContain("Oui, mardi.");
        assertThat(visites.page(samira, there)).contains("Y a-t-il cantine ?", "Oui, mardi.");
        assertThat(visites.post(samira, path(parole) + "/suite", "texte", "Ici ?"))
                .hasStatus(404);
        assertThat(visites.post(samira, path(parole) + "/annulation")).hasRedirectedUrl(path(parole) + "?fait=tard");
    }

    /// Said at ten in the evening: nobody finds it before the morning, and an answer of the evening is none before its
    /// own.
    @Test
    void waitsForTheDeliveryHoursOfTheSchoolBothWays() {
        at(JOUR.withHour(22));
        var parole = ask("Et demain ?");
        var talk = conversation(parole);
        var there = "/messagerie/conversations/" + talk;
        assertThat(visites.page(samira, path(parole))).contains("l’école sera prévenue demain à 7 h");
        assertThat(visites.page(esteve, "/messagerie")).doesNotContain(there);
        at(JOUR.plusDays(1).withHour(7).withMinute(1));
        deliver();
        assertThat(visites.page(esteve, "/messagerie")).contains(there);
        visites.page(esteve, there);
        at(JOUR.plusDays(1).withHour(22));
        assertThat(answer(esteve, there, "Oui, demain.")).isEqualTo(303);
        assertThat(visites.page(samira, path(parole)))
                .contains("Vu par Claire Estève")
                .doesNotContain("Répondu");
        at(JOUR.plusDays(2).withHour(7).withMinute(1));
        deliver();
        assertThat(visites.page(samira, path(parole))).contains("Répondu");
    }

    @Test
    void asksOnceHoweverOftenItIsSent() {
        assertThat(ask("Deux fois ?")).isEqualTo(ask("Deux fois ?"));
        assertThat(jdbc.sql("select count(*) from liaison.parole")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from messagerie.message where texte like '%Deux fois ?%'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void isAskedAgainOnceItWasTakenBackAmongTheMessages() {
        at(JOUR.withHour(22));
        var parole = ask("Reprise ?");
        var talk = conversation(parole);
        var message = jdbc.sql("select id from messagerie.message where conversation_id = :talk")
                .param("talk", talk)
                .query(UUID.class)
                .single();
        assertThat(visites.post(samira, "/messagerie/messages/" + message + "/annulation"))
                .hasStatus(303);
        assertThat(visites.page(samira, path(parole))).contains("Annulé par vous");
        var again = ask("Reprise ?");
        assertThat(again).isNotEqualTo(parole);
        assertThat(conversation(again)).isNotNull().isNotEqualTo(talk);
    }

    /// Where the school does not let families write first, it stays in the notebook: teachers and head read it there.
    @Test
    void staysInTheNotebookWhereTheSchoolLetsNobodyWriteFirst() {
        Messages.close(jdbc, curie, clock.instant());
        assertThat(visites.page(samira, "/liaison/familles/nouveau?quoi=question&enfant=" + ines))
                .contains("Les enseignants de l’enfant et la direction")
                .doesNotContain("dans vos messages");
        var parole = ask("Par le cahier ?");
        assertThat(conversation(parole)).isNull();
        for (var school : List.of(esteve, castans)) {
            assertThat(visites.page(school, path(parole))).contains("Par le cahier ?", "Votre réponse");
        }
        assertThat(deposits("parole-de-famille", parole)).isOne();
    }

    private UUID ask(String texte) {
        var said = visites.post(
                samira, "/liaison/familles", "quoi", "question", "enfant", ines.toString(), "texte", texte);
        assertThat(said).hasStatus(303);
        var address = said.getResponse().getRedirectedUrl();
        return UUID.fromString(address.substring("/liaison/familles/".length(), address.indexOf('?')));
    }

    private int answer(UUID who, String there, String texte) {
        return visites.post(
                        who,
                        there + "/messages",
                        "texte",
                        texte,
                        "cle",
                        UUID.randomUUID().toString())
                .getResponse()
                .getStatus();
    }

    private void deliver() {
        jdbc.sql("select id from messagerie.message where remis_le is null")
                .query(UUID.class)
                .list()
                .forEach(id -> remise.deliver(id, clock.instant()));
    }

    private void at(LocalDateTime when) {
        ((HorlogeDeLaMaison) clock).move(when.atZone(Calendrier.PARIS).toInstant());
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private @Nullable UUID conversation(UUID parole) {
        return jdbc.sql("select conversation_id from liaison.parole where id = :id")
                .param("id", parole)
                .query((rs, _) -> java.util.Optional.ofNullable(rs.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    private int deposits(String sorte, @Nullable UUID chose) {
        return jdbc.sql("select count(*) from notifications.depot where chose = :chose and sorte = :sorte")
                .param("chose", chose)
                .param("sorte", sorte)
                .query(Integer.class)
                .single();
    }

    private static String path(UUID parole) {
        return "/liaison/familles/" + parole;
    }
}
