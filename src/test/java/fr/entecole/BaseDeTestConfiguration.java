package fr.entecole;

import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
public class BaseDeTestConfiguration {

    @Bean(destroyMethod = "")
    DataSource dataSource() {
        return BaseDeTest.instance();
    }
}
