package fr.entecole.annuaire;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.comptes.EnTantQue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// People of the named world, signed in, who ask for pages.
public final class Visites {

    private final MockMvcTester mvc;
    private final Reperes reperes;
    private final JdbcClient jdbc;
    private final EnTantQue as;

    public Visites(ApplicationContext context) {
        mvc = context.getBean(MockMvcTester.class);
        reperes = context.getBean(Reperes.class);
        jdbc = context.getBean(JdbcClient.class);
        as = new EnTantQue(context);
        as.forgetWhatThisNodeRemembers();
    }

    public UUID personnel(String academie, String id) {
        return reperes.personne(academie, Nature.PERSONNEL, id);
    }

    public UUID responsable(String id) {
        return reperes.personne("11", Nature.RESPONSABLE, id);
    }

    public UUID eleve(String id) {
        return reperes.personne("11", Nature.ELEVE, id);
    }

    public UUID agent(String nom) {
        return id("select id from annuaire.agent where nom = :nom", nom);
    }

    public UUID byHand(String nom) {
        return id("select id from annuaire.personnel where nom = :nom", nom);
    }

    public MvcTestResult get(UUID personne, String path) {
        return mvc.get().uri(path).cookie(as.personne(personne)).exchange();
    }

    public String page(UUID personne, String path) {
        var answer = get(personne, path);
        assertThat(answer).as(path).hasStatusOk();
        return words(answer);
    }

    /// @param fields name, value, name, value…
    public MvcTestResult post(UUID personne, String path, String... fields) {
        var request = mvc.post().uri(path).cookie(as.personne(personne));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.with(formulaire()).exchange();
    }

    public MvcTestResult upload(UUID personne, String path, String fichier, byte[] octets, String... fields) {
        return upload(personne, path, new MockMultipartFile("piece", octets), fields);
    }

    /// @param fichier under the name of its field
    public MvcTestResult upload(UUID personne, String path, MockMultipartFile fichier, String... fields) {
        return upload(personne, path, List.of(fichier), fields);
    }

    public MvcTestResult upload(UUID personne, String path, List<MockMultipartFile> fichiers, String... fields) {
        var request = mvc.post().uri(path).multipart();
        for (var fichier : fichiers) {
            request = request.file(fichier);
        }
        request = request.cookie(as.personne(personne));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.with(formulaire()).exchange();
    }

    /// What a warm page costs.
    public List<String> statements(UUID personne, String path) {
        var cookie = as.personne(personne);
        return ComptageSql.ofWarmPage(() -> mvc.get().uri(path).cookie(cookie).exchange());
    }

    public List<String> statementsOfPost(UUID personne, String path, String... fields) {
        var cookie = as.personne(personne);
        ComptageSql.ofPage(() -> mvc.get().uri("/").cookie(cookie).exchange());
        return ComptageSql.ofPage(() -> {
            var request = mvc.post().uri(path).cookie(cookie);
            for (int i = 0; i < fields.length; i += 2) {
                request = request.param(fields[i], fields[i + 1]);
            }
            return request.with(formulaire()).exchange();
        });
    }

    public void close(String uai) {
        jdbc.sql(
                        "update annuaire.ouverture set fermee_le = clock_timestamp(), motif = 'Travaux.' where structure_id = :e")
                .param("e", reperes.ecole(uai))
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    public void open(String uai) {
        jdbc.sql("update annuaire.ouverture set fermee_le = null, motif = null where structure_id = :e")
                .param("e", reperes.ecole(uai))
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    /// What a form of that page sends without saying it, empty where it has no such field.
    public static String hidden(String page, String field) {
        var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        return found.find() ? found.group(1) : "";
    }

    public static String words(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace("&#39;", "'");
    }

    private UUID id(String sql, String nom) {
        return jdbc.sql(sql)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
