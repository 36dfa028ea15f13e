package fr.entecole;

import fr.entecole.comptes.HachageDEssai;
import fr.entecole.documents.SalleDEssai;
import fr.entecole.exploitation.Proprietaire;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@TestConfiguration(proxyBeanMethods = false)
@Import({TuileDEssai.Dix.class, SalleDEssai.class, HachageDEssai.class})
public class BaseDeTestConfiguration {

    @Bean(destroyMethod = "")
    DataSource dataSource(@Value("${ent.essai.base:neuve}") String base) {
        if (!base.equals(BaseDeTest.PARTAGEE)) {
            BaseDeTest.instance().fresh();
        }
        return BaseDeTest.instance();
    }

    @Bean
    static BeanPostProcessor migrationsOnce() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof FlywayMigrationInitializer) {
                    BaseDeTest.instance().migrated();
                }
                return bean;
            }
        };
    }

    @Bean
    static BeanPostProcessor clockThatTestsMove() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock clock ? new HorlogeDeLaMaison(clock) : bean;
            }
        };
    }

    @Bean
    Proprietaire proprietaire() {
        return new Proprietaire(BaseDeTest.instance().proprietaire());
    }

    /// What the settings ask of the server's own: that of `MockMvc` does not read them.
    @Bean
    MockMvcBuilderCustomizer asTheServer() {
        return builder -> builder.addDispatcherServletCustomizer(servlet -> servlet.setPublishEvents(false));
    }
}
